import { encode } from 'fast-png';
import { deflateSync } from 'fflate';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const filled = (...pieces: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat([...pieces.map((piece) => (typeof piece === 'string' ? ascii(piece) : piece)), Buffer.alloc(2_000, 7)]);

/** The beginnings by which files are known, as the formats' specifications have them. */
export const samples = {
  png: Buffer.from(encode({ width: 8, height: 8, data: new Uint8Array(8 * 8 * 3).fill(120), channels: 3 })),
  jpg: filled(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'JFIF\0'),
  gif: filled('GIF89a'),
  webp: filled('RIFF\0\x10\0\0WEBPVP8 '),
  heic: filled(Buffer.from([0, 0, 0, 24]), 'ftypheic'),
  ogg: filled('OggS\0\x02', Buffer.alloc(20), '\x01\x13OpusHead\x01\x01'),
  mp3: filled('ID3\x03\0\0\0\0\x0f\x76'),
  m4a: filled(Buffer.from([0, 0, 0, 24]), 'ftypM4A '),
  wav: filled('RIFF\0\x10\0\0WAVEfmt '),
  amr: filled('#!AMR\n'),
  webm: filled(Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]), 'webm'),
  mp4: filled(Buffer.from([0, 0, 0, 24]), 'ftypisom'),
  pdf: filled('%PDF-1.7\n'),
  txt: Buffer.from('Two red mugs, größe L\n'),
} as const;

/** What nobody may keep here, whatever it is called. */
export const refusedSamples = {
  'a Linux program': filled('\x7fELF\x02\x01\x01'),
  'a Windows program': filled('MZ\x90\0'),
  'a script': Buffer.from('#!/bin/sh\nrm -rf ~\n'),
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a web page with words before it': Buffer.from('hello\n<script src=//x></script>'),
  'an SVG': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'an SVG behind an XML head': Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  'an archive': filled('PK\x03\x04\x14\0\0\0\x08\0'),
  'compressed bytes': Buffer.from(deflateSync(Buffer.alloc(5_000, 'parley'))),
  'text that is not UTF-8': Buffer.from([0x68, 0xe4, 0x6c, 0x6c, 0x6f]),
  'a text with a zero byte': Buffer.from('hello\0world'),
  'an empty file': Buffer.alloc(0),
} as const;
