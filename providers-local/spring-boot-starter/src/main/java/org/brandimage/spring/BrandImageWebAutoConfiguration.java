package org.brandimage.spring;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.brandimage.archive.BrandImageModule;
import org.brandimage.jackson3.BrandImageJackson3Module;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JacksonModule;

/** What a web application needs: problem details for errors, and results as JSON. */
@AutoConfiguration
public final class BrandImageWebAutoConfiguration {
  /** For Spring. */
  public BrandImageWebAutoConfiguration() {}

  /** Problem details of Spring MVC. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({ProblemDetail.class, SseEmitter.class})
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class ProblemConfiguration {
    @Bean
    @ConditionalOnMissingBean
    BrandImageProblems brandImageProblems() {
      return new BrandImageProblems();
    }
  }

  /** Jackson 2, as in Boot 3.5. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObjectMapper.class)
  static class Jackson2Configuration {
    @Bean
    @ConditionalOnMissingBean
    BrandImageModule brandImageJacksonModule() {
      return new BrandImageModule();
    }
  }

  /** Jackson 3, as in Boot 4, when brandimage-jackson3 is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({JacksonModule.class, BrandImageJackson3Module.class})
  static class Jackson3Configuration {
    @Bean
    @ConditionalOnMissingBean
    BrandImageJackson3Module brandImageJackson3Module() {
      return new BrandImageJackson3Module();
    }
  }
}
