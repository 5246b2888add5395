#!/usr/bin/env node
import '../dist/src/cli/parley.js';
