package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.qutb.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever signs in, in whatever role, arrives on a page that is theirs, and no link they are shown leads to a refusal. */
@BrowserTest
class RolesJourneyTests {

    /** What tells two pages of one kind apart. */
    private static final Pattern PARTICULAR = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[?].*|(?<=/)[0-9]+");

    @LocalServerPort
    int port;

    @Test
    void everyRoleArrivesSomewhereAndNoLinkIsRefused() {
        var refused = new ArrayList<String>();
        for (var role : Role.values()) {
            try (var user = Visitor.onDesktop(port, "ar")
                    .signIn(role.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                assertThat(user.page().locator("h1").first().innerText()).isNotBlank();
                user.look();
                // Two work on screens of their own: the artisan with four large buttons, the clerk at the counter,
                // which has a way out.
                var menu = user.addresses(
                        switch (role) {
                            case ARTISAN -> ".q-bottom a";
                            case SALE_POINT_CLERK -> "a[href^='/app/']";
                            default -> ".q-side a[href^='/app/']";
                        });
                assertThat(menu).as(role.name()).hasSizeGreaterThan(role == Role.SALE_POINT_CLERK ? 0 : 2);
                refused.addAll(refusals(user, role));
            }
        }
        assertThat(refused).isEmpty();
    }

    /** Opens one link of each kind that the start page and the pages of the menu show. */
    private static List<String> refusals(Visitor user, Role role) {
        var seen = new HashSet<String>();
        var refused = new ArrayList<String>();
        var shown = new ArrayDeque<>(user.addresses("body a[href^='/']"));
        for (int left = shown.size(); !shown.isEmpty(); left--) {
            var link = shown.poll();
            // Public pages are the same for everybody; a long list need not leave whole for each role.
            boolean theirs = link.matches("/(app|me)([/?].*)?") && !link.matches(".*/(people|audit)[.](csv|xlsx).*");
            if (!theirs || link.contains(".xlsx") || !seen.add(kind(link))) {
                continue;
            }
            var answer = user.answerTo(link);
            if (answer.status() != 200) {
                refused.add(role + " " + link + " " + answer.status());
            } else if (left > 0) {
                shown.addAll(Visitor.linksOf(answer));
            }
        }
        return refused;
    }

    private static String kind(String link) {
        return PARTICULAR.matcher(link).replaceAll("*");
    }
}
