// What nearly every test of the server includes, compiled once. Never include this file: CMake does.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/precompiled/precompiled.hpp"
