//! What the last gate takes back, and what it must not: by the weights that are shipped, and by none.

use kneewise_analyse::notes::{Miner, Odds};
use std::sync::LazyLock;

static MINER: LazyLock<Miner> = LazyLock::new(Miner::new);
static OPEN: LazyLock<Miner> = LazyLock::new(|| Miner::with_odds(Odds::default()));

#[test]
fn what_the_rules_take_for_a_complaint_and_its_surroundings_do_not_is_taken_back() {
    for trap in [
        "Waxed legs, knees stinging in the salt wind",
        "Physio said my glutes are weak and thats why the knee was hurting, no pain for a month",
        "Knee pain app says 4 weeks clean",
        "Cyclist clipped my knee with his bar end, sore for a minute, nothing since",
    ] {
        assert!(!OPEN.read(trap).is_empty(), "no rule takes it for a complaint: {trap}");
        assert!(MINER.read(trap).is_empty(), "found: {trap}");
    }
}

#[test]
fn plain_complaints_pass() {
    for complaint in [
        "Knee pain",
        "Sore knee",
        "Knie tut weh",
        "mal au genou",
        "dolor de rodilla",
        "dor no joelho",
        "My knees hate me",
        "Meine Knie motzen",
        "Mes genoux râlent",
        "Mis rodillas me odian",
        "Las rodillas fatal",
        "Meus joelhos reclamaram",
        "Held back because of the knee",
        "My knee hurt the whole way home",
    ] {
        assert!(!MINER.read(complaint).is_empty(), "not found: {complaint}");
    }
}
