package ma.qutb.spaces.rent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.qutb.registry.naming.Folding;

/**
 * Finds whose money a line of a statement is: by the number of a lease in its words; else by the tenant's name, and by the amount where
 * several bear it. Where two may have paid, both are offered and none is taken; the amount alone never decides.
 */
record Matching(List<Payer> payers) {

    private static final Pattern NUMBER = Pattern.compile("\\bL\\s?-?\\s?0*([0-9]{1,9})\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OFFERED = 8;

    /**
     * Who may have paid.
     *
     * @param owed what the lease owes now, in centimes
     * @param rent of a month
     */
    record Payer(UUID lease, long number, String arabic, String latin, long owed, long rent) {

        boolean owes(long amount) {
            return amount == owed || amount == rent;
        }
    }

    /** What was found; sure where there is one lease. */
    record Found(String verdict, List<UUID> leases) {}

    Found find(String words, long amount) {
        var numbers = NUMBER.matcher(words)
                .results()
                .map(it -> Long.parseLong(it.group(1)))
                .collect(Collectors.toSet());
        var numbered =
                payers.stream().filter(it -> numbers.contains(it.number())).toList();
        if (numbered.size() == 1) {
            return new Found("matched", List.of(numbered.getFirst().lease()));
        }
        var named = numbered.isEmpty() ? named(words) : numbered;
        var exact = named.stream().filter(it -> it.owes(amount)).toList();
        if (named.size() == 1 || exact.size() == 1) {
            var one = named.size() == 1 ? named.getFirst() : exact.getFirst();
            return new Found("matched", List.of(one.lease()));
        }
        if (!named.isEmpty()) {
            return offered(exact.isEmpty() ? named : exact);
        }
        return offered(payers.stream().filter(it -> it.owes(amount)).toList());
    }

    private List<Payer> named(String words) {
        var said = new HashSet<>(Folding.words(words));
        return payers.stream()
                .filter(it -> within(it.arabic(), said) || within(it.latin(), said))
                .toList();
    }

    /** All words of a name, two at least. */
    private static boolean within(String name, Set<String> said) {
        var words = Folding.words(name);
        return words.size() > 1 && said.containsAll(words);
    }

    private static Found offered(List<Payer> several) {
        return several.isEmpty()
                ? new Found("unknown", List.of())
                : new Found(
                        "several",
                        several.stream().limit(MOST_OFFERED).map(Payer::lease).toList());
    }
}
