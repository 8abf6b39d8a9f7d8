package ma.qutb.spaces.application;

import java.util.List;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallPage;

/** A call as somebody who may apply sees it: who of those behind them can, and what they have in it already. */
public record Offer(CallPage call, List<Mine> parties) {

    /** @param application what this party has in the call */
    public record Mine(Applicant party, LocalName name, Optional<Application> application) {}

    /** An application to a call that is closed or over. */
    public record Earlier(Application it, Call call) {}
}
