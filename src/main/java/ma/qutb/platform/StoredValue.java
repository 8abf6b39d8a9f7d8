package ma.qutb.platform;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/**
 * How a value of the field, such as {@code PersonId}, stands in a column; modules offer theirs as beans and may then use
 * the type in aggregates.
 *
 * @param type for example {@code PersonId}
 * @param stored for example {@code UUID}
 */
public record StoredValue<T, S>(Class<T> type, Class<S> stored, Function<T, S> write, Function<S, T> read) {

    GenericConverter reading() {
        return new Reading<>(this);
    }

    GenericConverter writing() {
        return new Writing<>(this);
    }

    @ReadingConverter
    private record Reading<T, S>(StoredValue<T, S> value) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(value.stored, value.type));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : value.read.apply(value.stored.cast(source));
        }
    }

    @WritingConverter
    private record Writing<T, S>(StoredValue<T, S> value) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(value.type, value.stored));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : value.write.apply(value.type.cast(source));
        }
    }
}
