package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class HandlersByPathTests {

    private static final RequestMappingHandlerMapping OURS = new HandlersByPath();
    private static final RequestMappingHandlerMapping SPRINGS = new RequestMappingHandlerMapping();

    @Controller
    static class Pages {
        @GetMapping("/")
        void root() {}

        @GetMapping("/{language:ar|fr}")
        void home() {}

        @GetMapping("/{language:ar|fr}/cart")
        void cart() {}

        @PostMapping("/{language:ar|fr}/cart/lines/{product:[0-9]{1,4}}")
        void line() {}

        @GetMapping("/{language:ar|fr}/piece/{number}-{slug}")
        void piece() {}

        @GetMapping({"/files/{name}.pdf", "/papers/*.pdf"})
        void paper() {}

        @GetMapping("/assets/**")
        void asset() {}

        @GetMapping("/data/{*path}")
        void data() {}
    }

    @BeforeAll
    static void begin() {
        for (var mapping : List.of(OURS, SPRINGS)) {
            var context = new StaticWebApplicationContext();
            context.registerSingleton("pages", Pages.class);
            context.refresh();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,root",
        "GET,/ar,home",
        "GET,/en,",
        "GET,/fr/cart,cart",
        "GET,/fr/cart/,",
        "GET,/fr//cart,",
        "POST,/ar/cart/lines/12,line",
        "POST,/ar/cart/lines/x,",
        "GET,/ar/piece/7-ring,piece",
        "GET,/ar/piece/7-%C3%A9,piece",
        "GET,/files/a.pdf,paper",
        "GET,/papers/b.pdf,paper",
        "GET,/files/a.png,",
        "GET,/assets,asset",
        "GET,/assets/a/b,asset",
        "GET,/data,data",
        "GET,/data/a/b,data",
        "GET,/nowhere,",
    })
    void theSameHandlerIsFoundAsSpringFinds(String method, String path, String expected) throws Exception {
        assertThat(found(OURS, method, path))
                .isEqualTo(found(SPRINGS, method, path))
                .isEqualTo(expected);
    }

    @Test
    void anotherMethodIsStillToldFromAnUnknownAddress() {
        assertThatThrownBy(() -> found(OURS, "DELETE", "/fr/cart"))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private static String found(RequestMappingHandlerMapping mapping, String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var chain = mapping.getHandler(request);
        return chain == null
                ? null
                : ((HandlerMethod) chain.getHandler()).getMethod().getName();
    }
}
