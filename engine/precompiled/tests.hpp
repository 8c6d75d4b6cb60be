// What nearly every test of the engine includes, compiled once. Never include this file: CMake does.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/precompiled/precompiled.hpp"
