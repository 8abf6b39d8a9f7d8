package ma.qutb.identity.signin;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody would call the machine they signed in with: {@code Chrome, Android}. */
final class Device {

    private Device() {}

    static String describe(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        // Order matters: Edge and Samsung's browser also call themselves Chrome, and Chrome calls itself Safari.
        var browser = first(userAgent, "Edg", "SamsungBrowser", "OPR", "Firefox", "Chrome", "Safari");
        var system = first(userAgent, "Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");
        return Stream.of(named(browser), named(system))
                .filter(it -> !it.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String first(String userAgent, String... marks) {
        return Stream.of(marks).filter(userAgent::contains).findFirst().orElse("");
    }

    private static String named(String mark) {
        return switch (mark) {
            case "Edg" -> "Edge";
            case "SamsungBrowser" -> "Samsung Internet";
            case "OPR" -> "Opera";
            case "Mac OS X" -> "macOS";
            case "CrOS" -> "ChromeOS";
            default -> mark;
        };
    }
}
