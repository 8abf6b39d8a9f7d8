package ma.qutb.documents.pdf;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/** Outlines as SVG writes them (absolute M, L, H, V, C and Z only), filled by the even-odd rule. */
public record VectorPath(String data) {

    private static final Pattern TOKEN = Pattern.compile("[MLHVCZ]|-?\\d*\\.?\\d+");

    public VectorPath {
        if (!data.matches("[MLHVCZ\\d\\s.,-]*")) {
            throw new IllegalArgumentException("Not a path of absolute M, L, H, V, C and Z: " + data);
        }
    }

    /** Appends the outline; the sheet has already moved and scaled its paper. */
    void outline(Operators operators) {
        var numbers = new ArrayDeque<Double>();
        var pen = new Pen(operators);
        char command = 'M';
        for (var token : TOKEN.matcher(data).results().map(m -> m.group()).toList()) {
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                if (command == 'Z') {
                    operators.add("h");
                }
                continue;
            }
            numbers.add(Double.parseDouble(token));
            if (numbers.size() == needed(command)) {
                pen.move(command, numbers);
                // after a move, further pairs are lines
                command = command == 'M' ? 'L' : command;
            }
        }
    }

    private static int needed(char command) {
        return switch (command) {
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            default -> 2;
        };
    }

    private static final class Pen {

        private final Operators operators;
        private double x;
        private double y;

        Pen(Operators operators) {
            this.operators = operators;
        }

        void move(char command, ArrayDeque<Double> numbers) {
            switch (command) {
                case 'H' -> to("l", numbers.remove(), y);
                case 'V' -> to("l", x, numbers.remove());
                case 'C' -> {
                    operators.raw(
                            Operators.numbers(numbers.remove(), numbers.remove(), numbers.remove(), numbers.remove()));
                    to("c", numbers.remove(), numbers.remove());
                }
                case 'M' -> to("m", numbers.remove(), numbers.remove());
                default -> to("l", numbers.remove(), numbers.remove());
            }
        }

        private void to(String operator, double toX, double toY) {
            x = toX;
            y = toY;
            operators.add(operator, x, y);
        }
    }
}
