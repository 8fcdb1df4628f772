package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class EmptyErrorBodyAdviceTest {
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Statuses())
          .setControllerAdvice(
              new EmptyErrorBodyAdvice(new ErrorResponses(new Messages(), new TraceIds(null))))
          .build();

  @RestController
  static final class Statuses {
    @GetMapping("/empty/{status}")
    ResponseEntity<Object> empty(@PathVariable("status") int status) {
      return ResponseEntity.status(status).build();
    }

    @GetMapping("/worded/{status}")
    ResponseEntity<Object> worded(@PathVariable("status") int status) {
      return ResponseEntity.status(status).body("words");
    }
  }

  @Test
  void anErrorWithoutABodyGetsOne() throws Exception {
    MockHttpServletResponse answer = get("/empty/404");

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentType()).isEqualTo("application/json");
    assertThat(answer.getContentAsString()).startsWith("{\"code\":\"A0404\",\"message\":\"");
  }

  @Test
  void allElseStaysAsItIs() throws Exception {
    assertThat(get("/empty/204").getContentAsString()).isEmpty();
    assertThat(get("/worded/200").getContentAsString()).isEqualTo("words");
    assertThat(get("/worded/404").getContentAsString()).isEqualTo("words");
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
  }
}
