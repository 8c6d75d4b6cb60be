#include "server/assets/media_type.hpp"

#include <gtest/gtest.h>

namespace pagewright::assets {
namespace {

using namespace std::string_view_literals;

TEST(MediaTypes, AreToldFromTheFirstBytes) {
  EXPECT_EQ(sniff("\xff\xd8\xff\xe0\0\x10JFIF"sv), MediaType::jpeg);
  EXPECT_EQ(sniff("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv), MediaType::png);
  EXPECT_EQ(sniff("GIF89a\1\0"sv), MediaType::gif);
  EXPECT_EQ(sniff("RIFF\x10\0\0\0WEBPVP8 \0\0"sv), MediaType::webp);
  EXPECT_EQ(sniff("\0\0\0\x1c"
                  "ftypavif\0\0\0\0avifmif1miaf"sv),
            MediaType::avif);
  EXPECT_EQ(sniff("\0\0\0\x18"
                  "ftypmif1\0\0\0\0avifmif1"sv),
            MediaType::avif);
  EXPECT_EQ(sniff("\0\0\0\x18"
                  "ftypisom\0\0\2\0isomavc1"sv),
            MediaType::mp4);
  EXPECT_EQ(sniff("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\x82\x84webm\x42\x87\x81\2"sv), MediaType::webm);
  EXPECT_EQ(sniff("%PDF-1.7\n"), MediaType::pdf);
  EXPECT_EQ(sniff("wOF2\0\1\0\0"sv), MediaType::woff2);
}

TEST(MediaTypes, SvgIsToldFromItsFirstElement) {
  for (const char* text :
       {"<svg xmlns='http://www.w3.org/2000/svg'/>", "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b --> <svg>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>\n<svg>", "<!DOCTYPE svg [ <!ENTITY a 'b > c'> ]><svg>",
        "<s:svg xmlns:s='http://www.w3.org/2000/svg'>"})
    EXPECT_EQ(sniff(text), MediaType::svg) << text;
}

TEST(MediaTypes, WhatElseThereIsIsNotAccepted) {
  for (const std::string_view bytes : {""sv, "hello"sv, "<html><svg>"sv, "<!DOCTYPE html><html>"sv, "<!-- <svg> "sv,
                                       "<?xml version='1.0'?>"sv, "PK\3\4"sv,
                                       "\x7f"
                                       "ELF"sv,
                                       "#!/bin/sh"sv, "II*\0"sv, "BM"sv, "{}"sv, "RIFF\0\0\0\0WAVEfmt "sv,
                                       "\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska"sv,
                                       "\0\0\0\x18"
                                       "ftypheic\0\0\0\0mif1heic"sv,
                                       " %PDF-1.7"sv, "<svgx>"sv,
                                       "\0\0\0\x10"
                                       "ftypqt  \0\0\0\0"sv})
    EXPECT_EQ(sniff(bytes), std::nullopt) << bytes;
}

TEST(MediaTypes, HaveNames) {
  for (const MediaType type : {MediaType::jpeg, MediaType::svg, MediaType::woff2, MediaType::mp4})
    EXPECT_EQ(parse_media_type(name_of(type)), type);
  EXPECT_EQ(kind_of(MediaType::avif), AssetKind::picture);
  EXPECT_EQ(name_of(kind_of(MediaType::webm)), "video");
  EXPECT_EQ(parse_asset_kind("font"), AssetKind::font);
  EXPECT_EQ(parse_asset_kind("audio"), std::nullopt);
}

}  // namespace
}  // namespace pagewright::assets
