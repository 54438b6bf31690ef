//! kneewise-simulate
