package org.brandimage.archive;

import java.time.Duration;
import java.util.Map;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.TokenUsage;

/** The form of a call to a model in {@code run.json}. */
record CallRecordJson(
    String provider,
    String model,
    String promptVersion,
    Map<String, String> parameters,
    TokenUsage usage,
    Cost cost,
    Duration elapsed,
    int attempts,
    String requestId) {
  static CallRecordJson of(CallRecord call) {
    return new CallRecordJson(
        call.provider(),
        call.model(),
        call.promptVersion(),
        call.parameters(),
        call.usage(),
        call.cost(),
        call.elapsed(),
        call.attempts(),
        call.requestId());
  }

  CallRecord toValue() {
    CallRecord.Builder call =
        CallRecord.builder(provider, model)
            .promptVersion(promptVersion)
            .usage(usage)
            .cost(cost)
            .elapsed(elapsed)
            .attempts(attempts)
            .requestId(requestId);
    parameters.forEach(call::parameter);
    return call.build();
  }
}
