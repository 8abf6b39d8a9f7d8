package ma.qutb.registry.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.IdentityVault;
import org.jspecify.annotations.Nullable;

/**
 * How a record is recognised in a line of a list.
 *
 * @param names the words of the whole name in each script, as they are folded
 * @param phones the last nine digits of each telephone
 */
record Mention(
        List<Set<String>> names,
        Set<String> phones,
        @Nullable IdentityKind kind,
        byte @Nullable [] identity,
        IdentityVault vault) {

    private static final int NATIONAL = 9;

    static Mention of(
            List<String> names,
            @Nullable String phone,
            String[] others,
            @Nullable IdentityKind kind,
            byte @Nullable [] identity,
            IdentityVault vault) {
        return new Mention(
                names.stream()
                        .map(it -> Set.copyOf(Folding.words(it)))
                        // A single word names half the region.
                        .filter(it -> it.size() > 1)
                        .toList(),
                Stream.concat(Stream.ofNullable(phone), Arrays.stream(others))
                        .map(it -> it.replaceAll("\\D", ""))
                        .filter(it -> it.length() >= NATIONAL)
                        .map(it -> it.substring(it.length() - NATIONAL))
                        .collect(Collectors.toUnmodifiableSet()),
                kind,
                identity,
                vault);
    }

    boolean in(List<String> cells) {
        return cells.stream().anyMatch(it -> isPhone(it) || isIdentity(it)) || named(cells);
    }

    private boolean named(List<String> cells) {
        if (names.isEmpty()) {
            return false;
        }
        var words = Set.copyOf(Folding.words(String.join(" ", cells)));
        return names.stream().anyMatch(words::containsAll);
    }

    private boolean isPhone(String cell) {
        var digits = Folding.fold(cell).replaceAll("\\D", "");
        return digits.length() >= NATIONAL && phones.stream().anyMatch(digits::contains);
    }

    private boolean isIdentity(String cell) {
        if (kind == null
                || identity == null
                || cell.length() > 30
                || cell.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        try {
            return Arrays.equals(identity, vault.hash(new IdentityNumber(kind, cell)));
        } catch (Refusal noSuchNumber) {
            return false;
        }
    }
}
