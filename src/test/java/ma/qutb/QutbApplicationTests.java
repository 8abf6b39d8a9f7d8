package ma.qutb;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class QutbApplicationTests {

    @Autowired
    MockMvc web;

    @Test
    void theBareAddressLeadsHomeInArabic() throws Exception {
        web.perform(get("/")).andExpect(redirectedUrl("/ar"));
    }
}
