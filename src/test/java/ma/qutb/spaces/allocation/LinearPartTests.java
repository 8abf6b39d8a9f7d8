package ma.qutb.spaces.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPartTests {

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 100})
    void findsTheKnownLeastSumOfProducts(int n) {
        long above = (long) n * n + 1;
        var model = model(n, n, (unit, candidate) -> above - (unit + 1L) * (candidate + 1L));

        long value = LinearPart.of(model, nothingForbidden(model)).linear(model);

        assertThat(n * above - value).isEqualTo((long) n * (n + 1) * (n + 2) / 6);
    }

    @Test
    void equalsTheHungarianMethodOnRandomWorths() {
        for (int run = 0; run < 60; run++) {
            int units = 1 + random.nextInt(12);
            int candidates = units + random.nextInt(20);
            int most = run % 2 == 0 ? 5 : 1000;
            var worth = new long[units][candidates];
            for (var row : worth) {
                Arrays.setAll(row, _ -> 1 + random.nextInt(most));
            }
            var model = model(units, candidates, (unit, candidate) -> worth[unit][candidate]);
            var cost = Arrays.stream(worth)
                    .map(row -> Arrays.stream(row).map(it -> -it).toArray())
                    .toArray(long[][]::new);

            assertThat(LinearPart.of(model, nothingForbidden(model)).linear(model))
                    .isEqualTo(-Hungarian.least(cost));
        }
    }

    private static boolean[][] nothingForbidden(Model model) {
        return Forbidden.table(model, null);
    }

    private static Model model(int units, int candidates, Worth worth) {
        return new Model(
                units,
                IntStream.range(0, candidates)
                        .mapToObj(_ -> IntStream.range(0, units).toArray())
                        .toArray(int[][]::new),
                IntStream.range(0, candidates)
                        .mapToObj(c -> IntStream.range(0, units)
                                .mapToLong(u -> worth.of(u, c))
                                .toArray())
                        .toArray(long[][]::new),
                IntStream.range(0, candidates).toArray(),
                IntStream.generate(() -> -1).limit(candidates).toArray(),
                new int[0],
                new int[candidates],
                new boolean[1][1],
                new int[units][0],
                0);
    }

    private interface Worth {
        long of(int unit, int candidate);
    }
}
