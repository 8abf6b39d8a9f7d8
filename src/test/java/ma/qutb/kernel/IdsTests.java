package ma.qutb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void idsAreInTheOrderOfTheirMakingAlsoWithinAMillisecond() {
        var made = Stream.generate(Ids::next).limit(20_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsMadeAtOnceAreDifferent() {
        var made =
                IntStream.range(0, 20_000).parallel().mapToObj(it -> Ids.next()).toList();

        assertThat(made).doesNotHaveDuplicates().allSatisfy(it -> {
            assertThat(it.version()).isEqualTo(7);
            assertThat(it.variant()).isEqualTo(2);
        });
    }
}
