package ma.qutb.shell;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A text whose arguments stand as they are, <code>{0}</code>, as in most: pieces and arguments in turn, filled in without ICU's machinery of
 * plurals and choices.
 *
 * @param pieces one more than there are arguments
 * @param arguments which argument stands between a piece and the next
 */
record FilledText(List<String> pieces, List<Integer> arguments) {

    /** @return null where something has to be chosen or formatted */
    static @Nullable FilledText of(String text) {
        var pattern = new MessagePattern(text);
        var pieces = new ArrayList<String>();
        var arguments = new ArrayList<Integer>();
        var piece = new StringBuilder();
        int from = 0;
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            switch (part.getType()) {
                case SKIP_SYNTAX -> {
                    piece.append(text, from, part.getIndex());
                    from = part.getLimit();
                }
                case ARG_START -> {
                    if (part.getArgType() != ArgType.NONE || pattern.getPartType(i + 1) != Part.Type.ARG_NUMBER) {
                        return null;
                    }
                    pieces.add(piece.append(text, from, part.getIndex()).toString());
                    piece.setLength(0);
                    arguments.add(pattern.getPart(i + 1).getValue());
                }
                case ARG_LIMIT -> from = part.getLimit();
                default -> {}
            }
        }
        pieces.add(piece.append(text, from, text.length()).toString());
        return new FilledText(List.copyOf(pieces), List.copyOf(arguments));
    }

    /** @param said what is written for an argument, by its number */
    String with(IntFunction<String> said) {
        var text = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < arguments.size(); i++) {
            text.append(said.apply(arguments.get(i))).append(pieces.get(i + 1));
        }
        return text.toString();
    }
}
