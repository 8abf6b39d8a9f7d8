package ma.qutb.browser;

import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.Actor;
import ma.qutb.support.TestActor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A signed-in reader and a form that counts how often it arrived, and may act as if the session had ended. */
@TestConfiguration
class FormPages {

    @Bean
    @Order(0)
    SecurityFilterChain signedIn(HttpSecurity http) throws Exception {
        var actor = (Actor) TestActor.with("shell.see-style").getPrincipal();
        return http.securityMatcher("/app/**", "/look/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .anonymous(reader -> reader.principal(actor).authorities("shell.see-style"))
                .build();
    }

    @Controller
    static class Slow {

        final AtomicInteger arrived = new AtomicInteger();
        volatile boolean sessionOver;

        @GetMapping("/look/form")
        @ResponseBody
        String form(
                jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response) {
            response.setContentType("text/html;charset=UTF-8");
            var token = (org.springframework.security.web.csrf.CsrfToken)
                    request.getAttribute(org.springframework.security.web.csrf.CsrfToken.class.getName());
            return """
                    <!doctype html><title>form</title><body data-actor="a"><form method="post" action="/look/form" data-draft>
                    <input type="hidden" name="%s" value="%s"><p data-draft-notice hidden>back <button type="button" data-draft-drop>drop</button></p>
                    <input name="name"><input name="password" type="password"><input name="cin"><textarea name="story"></textarea>
                    <button>send</button></form><script type="module" src="/assets/x/js/app.js"></script>
                    <script type="module" src="/assets/x/js/draft.js"></script>""".formatted(token.getParameterName(), token.getToken());
        }

        @PostMapping("/look/form")
        String save(@RequestParam String name) throws InterruptedException {
            if (sessionOver) {
                return "redirect:/look/over";
            }
            arrived.incrementAndGet();
            Thread.sleep(300);
            return "redirect:/look/saved";
        }

        @GetMapping("/look/over")
        @ResponseBody
        String over() {
            return page("<body data-keeps-draft=true>over");
        }

        @GetMapping("/look/saved")
        @ResponseBody
        String saved() {
            return page("<body>saved");
        }

        private static String page(String body) {
            return "<!doctype html><title>p</title>" + body
                    + "<script type=\"module\" src=\"/assets/x/js/draft.js\"></script>";
        }
    }
}
