//! kneewise-store
