//! Die Übungen der Sammlung, nach ihren Kennungen, mitten im Satz.

/// The exercise in German; `None` for an id of the runner's own.
pub fn name(id: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

const NAMES: &[(&str, &str)] = &[
    ("quad_set", "Quadrizeps anspannen"),
    ("slr", "gestrecktes Bein heben"),
    ("terminal_knee_ext_band", "Endstreckung im Stand mit Band"),
    ("spanish_squat_iso", "Spanish Squat halten"),
    ("wall_sit_45", "Wandsitz, flach"),
    ("wall_sit_70", "Wandsitz, tiefer"),
    ("wall_sit_single", "einbeiniger Wandsitz"),
    ("leg_ext_90_45", "Beinstrecker, 90 bis 45 Grad"),
    ("leg_ext_full", "Beinstrecker, ganzer Weg"),
    ("sit_to_stand", "Aufstehen vom Stuhl"),
    ("sit_to_stand_single", "einbeiniges Aufstehen"),
    ("mini_squat", "halbe Kniebeuge"),
    ("box_squat", "Kniebeuge auf den Kasten"),
    ("goblet_squat", "Goblet-Kniebeuge"),
    ("barbell_squat", "Kniebeuge mit Langhantel"),
    ("leg_press_slow", "Beinpresse, schwer und langsam"),
    ("decline_squat_two", "Kniebeuge auf dem Schrägbrett"),
    ("decline_squat_single", "einbeinige Kniebeuge auf dem Schrägbrett"),
    ("split_squat", "Split-Kniebeuge"),
    ("rear_foot_split_squat", "Split-Kniebeuge, hinterer Fuß erhöht"),
    ("lunge_reverse", "Ausfallschritt rückwärts"),
    ("lunge_forward", "Ausfallschritt vorwärts"),
    ("lunge_walking", "Ausfallschritte im Gehen"),
    ("step_up_low", "niedriger Step-up"),
    ("step_up_high", "hoher Step-up"),
    ("step_down_lateral", "seitlicher Step-down"),
    ("step_down_forward", "Step-down nach vorn"),
    ("pistol_box", "einbeinige Kniebeuge auf den Kasten"),
    ("clamshell", "Muschel"),
    ("hip_abd_side", "Bein abspreizen in Seitlage"),
    ("hip_abd_stand", "Bein abspreizen im Stand"),
    ("band_walk", "Seitschritte mit Band"),
    ("hip_hitch", "Becken heben auf der Stufe"),
    ("hip_ext_rot_band", "Hüftaußendrehung im Sitz mit Band"),
    ("bridge_two", "Brücke"),
    ("bridge_single", "einbeinige Brücke"),
    ("hip_thrust", "Hip Thrust"),
    ("hamstring_bridge_long", "Brücke mit langem Hebel"),
    ("hamstring_slider", "Beinbeuger mit Gleitern"),
    ("nordic", "Nordic Hamstring"),
    ("deadlift_romanian", "rumänisches Kreuzheben"),
    ("deadlift_single", "einbeiniges rumänisches Kreuzheben"),
    ("deadlift_conventional", "Kreuzheben vom Boden"),
    ("calf_raise_two", "beidbeiniges Fersenheben"),
    ("calf_raise_single", "einbeiniges Fersenheben"),
    ("calf_raise_bent", "Fersenheben mit gebeugtem Knie"),
    ("calf_raise_loaded", "einbeiniges Fersenheben mit Gewicht"),
    ("tib_raise", "Zehenheben an der Wand"),
    ("short_foot", "kurzer Fuß"),
    ("towel_curl", "Handtuch greifen mit den Zehen"),
    ("plank_front", "Unterarmstütz"),
    ("plank_shoulder_tap", "Stütz mit Schultertippen"),
    ("side_plank_knee", "Seitstütz auf den Knien"),
    ("side_plank", "Seitstütz"),
    ("side_plank_abd", "Seitstütz mit Beinheben"),
    ("dead_bug", "Käfer"),
    ("bird_dog", "Vierfüßlerstand, Arm und Bein strecken"),
    ("copenhagen_short", "Copenhagen-Seitstütz, kurzer Hebel"),
    ("jump_squat", "Sprung aus der Kniebeuge"),
    ("pogo_hops", "beidbeinige Fußgelenksprünge"),
    ("skipping_rope", "Seilspringen"),
    ("hop_in_place", "einbeiniges Hüpfen auf der Stelle"),
    ("drop_jump_low", "Niedersprung"),
    ("bound", "Sprunglauf"),
    ("stretch_hip_flexor", "Hüftbeuger dehnen im Halbknien"),
    ("stretch_hip_flexor_stand", "Hüftbeuger dehnen im Stand"),
    ("stretch_couch", "Quadrizeps dehnen, Fuß erhöht"),
    ("stretch_quad_side", "Quadrizeps dehnen in Seitlage"),
    ("stretch_quad_stand", "Quadrizeps dehnen im Stand"),
    ("stretch_hamstring", "Beinbeuger dehnen im Liegen"),
    ("stretch_hamstring_active", "Beinbeuger mobilisieren"),
    ("stretch_calf_straight", "Wade dehnen, Knie gestreckt"),
    ("stretch_calf_bent", "Wade dehnen, Knie gebeugt"),
    ("stretch_glute", "Gesäß dehnen"),
    ("stretch_adductor", "Adduktoren dehnen"),
    ("roll_thigh", "Oberschenkel ausrollen"),
];

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn every_exercise_of_the_library_has_a_german_name_and_no_other() {
        let library = kneewise_advise::exercises();
        for exercise in &library {
            assert!(
                name(exercise.id).is_some(),
                "give `{}` ({}) its German name",
                exercise.id,
                exercise.name
            );
        }
        for (id, _) in NAMES {
            assert!(library.iter().any(|exercise| exercise.id == *id), "`{id}` is in no library");
        }
    }
}
