//! kneewise-advise
