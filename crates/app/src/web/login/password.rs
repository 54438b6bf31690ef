//! The password, kept as an argon2id hash with the parameters its authors recommend.

use crate::web::trouble::{Kind, Trouble};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// The fewest characters of a password.
pub const LEAST: usize = 10;
/// The most bytes that are hashed; more is no password.
const MOST: usize = 1024;

/// The hash of a new password.
pub fn hash(password: &str) -> Result<String, Trouble> {
    if password.chars().count() < LEAST || password.len() > MOST {
        return Err(Trouble::invalid(format!("password: use at least {LEAST} characters")));
    }
    let cannot = |error| Trouble::new(Kind::Failed, format!("the password could not be hashed: {error}"));
    let hash: PasswordHash = Argon2::default().hash_password(password.as_bytes()).map_err(cannot)?;
    Ok(hash.to_string())
}

/// Whether a password is the one of the hash. Takes about as long for any password.
#[must_use]
pub fn is_right(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    password.len() <= MOST && Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_alone() {
        let first = hash("correct horse battery").unwrap();
        assert!(first.starts_with("$argon2id$") && !first.contains("horse"));
        assert_ne!(first, hash("correct horse battery").unwrap(), "each has its own salt");
        assert!(is_right("correct horse battery", &first));
        assert!(
            !is_right("correct horse batterz", &first) && !is_right("", &first) && !is_right("x", "nonsense")
        );
        assert!(hash("too short").is_err());
    }
}
