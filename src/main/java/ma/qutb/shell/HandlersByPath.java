package ma.qutb.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a request by Spring's own rules, but asks only those whose fixed words of the path are where the request has them. Public
 * addresses begin with a language, so Spring would try all our hundreds of patterns, one after the other, for every page: a quarter of a
 * page's time.
 */
final class HandlersByPath extends RequestMappingHandlerMapping {

    private static final ScopedValue<List<String>> ASKED = ScopedValue.newInstance();

    private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var asked = new ArrayList<String>();
        for (var element : ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .elements()) {
            if (element instanceof PathSegment segment) {
                asked.add(segment.valueToMatch());
            }
        }
        return ScopedValue.where(ASKED, asked).call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        return ASKED.isBound() && !possible(mapping, ASKED.get()) ? null : super.getMatchingMapping(mapping, request);
    }

    private boolean possible(RequestMappingInfo mapping, List<String> asked) {
        for (var shape : shapes.computeIfAbsent(mapping, HandlersByPath::shapes)) {
            if (shape.fits(asked)) {
                return true;
            }
        }
        return false;
    }

    private static List<Shape> shapes(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(Shape::of).toList();
    }

    /**
     * What is fixed in a pattern.
     *
     * @param words of its segments; null where any word, or a rule for words, stands
     * @param open when any number of segments may follow
     */
    private record Shape(@Nullable String[] words, boolean open) {

        private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

        static Shape of(String pattern) {
            boolean open = pattern.endsWith("**") || pattern.contains("{*");
            var path = VARIABLE.matcher(pattern).replaceAll("*").replaceFirst("^/", "");
            var segments = path.isEmpty() ? new String[0] : path.split("/");
            var words = new @Nullable String[open ? segments.length - 1 : segments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = segments[i].matches(".*[*?].*") ? null : segments[i];
            }
            return new Shape(words, open);
        }

        boolean fits(List<String> asked) {
            if (open ? asked.size() < words.length : asked.size() != words.length) {
                return false;
            }
            for (int i = 0; i < words.length; i++) {
                var word = words[i];
                if (word != null && !word.equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
