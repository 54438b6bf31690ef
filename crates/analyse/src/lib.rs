//! kneewise-analyse
