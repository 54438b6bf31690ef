//! Logistic regression with an L2 penalty: the weights that make the labels of some rows most likely.
//!
//! Formula: the minimum of `|w|²/2 + STRENGTH * sum of ln(1 + exp(-y (w0 + w·x)))`, `y` 1 or -1, `w0` without penalty; a row has
//! `1/sqrt(n)` in each of its `n` columns. By Nesterov's accelerated gradient with restarts (O'Donoghue and Candès 2015): no chance in it.

/// How much the lines count against the penalty. From 10 to 60 nothing changed on lines left out.
const STRENGTH: f64 = 30.0;
/// It stops when no slope is steeper: far below what the rounding of the file shows.
const FLAT: f64 = 1e-3;
const MOST_STEPS: usize = 20_000;

/// One line: its columns, each with the same value.
#[derive(Debug)]
pub struct Row {
    pub columns: Vec<usize>,
    pub is_symptom: bool,
}

/// Natural logarithms of odds.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub always: f64,
    pub weights: Vec<f64>,
}

/// The best weights.
#[must_use]
pub fn fit(rows: &[Row], columns: usize) -> Model {
    let mut best = Model::none(columns);
    let mut ahead = best.clone();
    let step = 1.0 / (1.0 + STRENGTH * steepness(rows, columns));
    let mut momentum = 1.0_f64;
    for _ in 0..MOST_STEPS {
        let slope = slope(rows, &ahead);
        if steepest(&slope) < FLAT {
            return ahead;
        }
        let next = ahead.moved(-step, &slope);
        let moved = next.minus(&best);
        if slope.dot(&moved) > 0.0 {
            momentum = 1.0;
        }
        let after = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        ahead = next.moved((momentum - 1.0) / after, &moved);
        (best, momentum) = (next, after);
    }
    best
}

impl Model {
    fn none(columns: usize) -> Self {
        Self { always: 0.0, weights: vec![0.0; columns] }
    }

    /// Adds so much of a row.
    fn add(&mut self, amount: f64, row: &Row) {
        self.always += amount;
        let each = amount * value(row);
        for column in &row.columns {
            if let Some(weight) = self.weights.get_mut(*column) {
                *weight += each;
            }
        }
    }

    fn moved(&self, by: f64, way: &Self) -> Self {
        let weights = self.weights.iter().zip(&way.weights).map(|(at, way)| by.mul_add(*way, *at)).collect();
        Self { always: by.mul_add(way.always, self.always), weights }
    }

    fn minus(&self, other: &Self) -> Self {
        self.moved(-1.0, other)
    }

    fn dot(&self, other: &Self) -> f64 {
        let products = self.weights.iter().zip(&other.weights).map(|(a, b)| a * b);
        self.always.mul_add(other.always, products.sum())
    }

    fn logit(&self, row: &Row) -> f64 {
        let sum: f64 = row.columns.iter().filter_map(|column| self.weights.get(*column)).sum();
        sum.mul_add(value(row), self.always)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a line has some dozen words")]
fn value(row: &Row) -> f64 {
    1.0 / (row.columns.len().max(1) as f64).sqrt()
}

/// The gradient.
fn slope(rows: &[Row], model: &Model) -> Model {
    let mut slope = Model { always: 0.0, weights: model.weights.clone() };
    for row in rows {
        let chance = 1.0 / (1.0 + (-model.logit(row)).exp());
        slope.add(STRENGTH * (chance - f64::from(u8::from(row.is_symptom))), row);
    }
    slope
}

fn steepest(slope: &Model) -> f64 {
    slope.weights.iter().copied().chain([slope.always]).map(f64::abs).fold(0.0, f64::max)
}

/// A quarter of the largest eigenvalue of all rows together, from above by a tenth: by powers.
fn steepness(rows: &[Row], columns: usize) -> f64 {
    let mut way = Model { always: 1.0, weights: vec![1.0; columns] };
    let mut length = 1.0;
    for _ in 0..50 {
        length = way.dot(&way).sqrt();
        let unit = Model::none(columns).moved(1.0 / length, &way);
        way = Model::none(columns);
        for row in rows {
            way.add(unit.logit(row), row);
        }
    }
    1.1 * length / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One word that is in three of four complaints and in one of four others: both unknowns by hand from the two equations
    /// of the minimum, solved by halving.
    #[test]
    fn one_word_gets_the_weight_of_its_equations() {
        let row = |has: bool, is_symptom| Row { columns: if has { vec![0] } else { vec![] }, is_symptom };
        let rows: Vec<Row> = [(true, true, 3), (false, true, 1), (true, false, 1), (false, false, 3)]
            .into_iter()
            .flat_map(|(has, is_symptom, count)| (0..count).map(move |_| row(has, is_symptom)))
            .collect();
        let model = fit(&rows, 1);
        // By symmetry `w0 = -w/2`; then `w + 30 (4 s(w/2) - 3) = 0`.
        let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
        let (mut low, mut high) = (0.0_f64, 5.0_f64);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if middle + STRENGTH * (4.0 * logistic(middle / 2.0) - 3.0) > 0.0 {
                high = middle
            } else {
                low = middle
            }
        }
        assert!((model.weights[0] - low).abs() < 1e-3, "{model:?} {low}");
        assert!((model.always + low / 2.0).abs() < 1e-3, "{model:?} {low}");
    }

    #[test]
    fn the_slope_is_that_of_the_loss() {
        let rows = [
            Row { columns: vec![0, 1], is_symptom: true },
            Row { columns: vec![1], is_symptom: false },
            Row { columns: vec![], is_symptom: true },
        ];
        let model = Model { always: 0.3, weights: vec![0.5, -0.7] };
        let loss = |model: &Model| {
            let losses = rows.iter().map(|row| {
                let sign = if row.is_symptom { 1.0 } else { -1.0 };
                (-sign * model.logit(row)).exp().ln_1p()
            });
            STRENGTH.mul_add(losses.sum(), model.weights.iter().map(|w| w * w / 2.0).sum())
        };
        let slope = slope(&rows, &model);
        let h = 1e-6;
        for (column, wanted) in slope.weights.iter().enumerate() {
            let mut other = model.clone();
            other.weights[column] += h;
            assert!(((loss(&other) - loss(&model)) / h - wanted).abs() < 1e-3);
        }
        let other = Model { always: model.always + h, ..model.clone() };
        assert!(((loss(&other) - loss(&model)) / h - slope.always).abs() < 1e-3);
    }

    #[test]
    fn no_lines_teach_nothing() {
        assert_eq!(fit(&[], 0), Model::none(0));
    }
}
