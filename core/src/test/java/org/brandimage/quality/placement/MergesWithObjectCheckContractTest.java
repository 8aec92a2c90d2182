package org.brandimage.quality.placement;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;

class MergesWithObjectCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return MergesWithObjectCheck.create();
  }

  /** Requests with a scene too, since without one the check does not apply. */
  @Override
  protected List<CheckRequest> requests() {
    List<CheckRequest> requests = new ArrayList<>(super.requests());
    requests.addAll(Standing.inAScene());
    return requests;
  }
}
