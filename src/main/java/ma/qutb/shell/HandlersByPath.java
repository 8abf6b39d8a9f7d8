package ma.qutb.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a request by Spring's own rules, but asks only those whose address has as many words and the same first or second. Public
 * addresses begin with a language, so Spring would try all our hundreds of patterns, one after the other, for every page: a quarter of a
 * page's time. Where nobody, or more than one, is found, Spring looks itself and says so.
 */
final class HandlersByPath extends RequestMappingHandlerMapping {

    private final Map<Place, List<Known>> known = new HashMap<>();

    private record Known(RequestMappingInfo mapping, HandlerMethod handler) {}

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.forEach((mapping, handler) -> mapping.getPatternValues()
                .forEach(pattern -> known.computeIfAbsent(Place.of(pattern), it -> new ArrayList<>())
                        .add(new Known(mapping, handler))));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var found = CorsUtils.isPreFlightRequest(request) ? null : found(request);
        if (found == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler());
        handleMatch(found.mapping(), path, request);
        return found.handler();
    }

    private @Nullable Known found(HttpServletRequest request) {
        var matching = new LinkedHashSet<Known>();
        for (var place : Place.ofAll(request)) {
            for (var each : known.getOrDefault(place, List.of())) {
                var match = getMatchingMapping(each.mapping(), request);
                if (match != null) {
                    matching.add(new Known(match, each.handler()));
                }
            }
        }
        if (matching.isEmpty()) {
            return null;
        }
        var order = Comparator.comparing(Known::mapping, getMappingComparator(request));
        var best = matching.stream().min(order).orElseThrow();
        return matching.stream().anyMatch(it -> it != best && order.compare(it, best) == 0) ? null : best;
    }

    /**
     * Where a pattern is looked for.
     *
     * @param length in words; {@link #ANY} where any number of words may follow
     * @param at where the word stands
     * @param word empty where none of the first two is fixed
     */
    private record Place(int length, int at, String word) {

        private static final int ANY = -1;
        private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

        static Place of(String pattern) {
            if (pattern.endsWith("**") || pattern.contains("{*")) {
                return new Place(ANY, 0, "");
            }
            var path = VARIABLE.matcher(pattern).replaceAll("*").replaceFirst("^/", "");
            var words = path.isEmpty() ? List.<String>of() : List.of(path.split("/"));
            for (int at = Math.min(1, words.size() - 1); at >= 0; at--) {
                if (!words.get(at).matches(".*[*?].*")) {
                    return new Place(words.size(), at, words.get(at));
                }
            }
            return new Place(words.size(), 0, "");
        }

        /** Every place where a pattern that fits this request can be. */
        static List<Place> ofAll(HttpServletRequest request) {
            var words = new ArrayList<String>();
            for (var element : ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .elements()) {
                if (element instanceof PathSegment segment) {
                    words.add(segment.valueToMatch());
                }
            }
            var places = new ArrayList<>(List.of(new Place(ANY, 0, ""), new Place(words.size(), 0, "")));
            for (int at = 0; at < Math.min(2, words.size()); at++) {
                places.add(new Place(words.size(), at, words.get(at)));
            }
            return places;
        }
    }
}
