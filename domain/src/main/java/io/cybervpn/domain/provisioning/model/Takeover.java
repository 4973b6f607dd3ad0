package io.cybervpn.domain.provisioning.model;

import java.time.Duration;
import java.time.Instant;

/** Whether a user whom a panel has already can become a customer of ours as he is. */
public sealed interface Takeover {
    /** What is further ahead is no time that anybody sold. */
    Duration AHEAD_MAX = Duration.ofDays(36_500);

    /** He can. */
    record Fit() implements Takeover {}

    /** His time is over: a subscription of him would only be told of as ended. */
    record Ended() implements Takeover {}

    /** Somebody switched him off, and a subscription would switch him on. */
    record SwitchedOff() implements Takeover {}

    /** He ends in more than 100 years. */
    record TooFarAhead() implements Takeover {}

    /** Decides. Pure. */
    static Takeover of(PanelState state, Instant now) {
        if (state.disabled()) {
            return new SwitchedOff();
        }
        if (!state.expireAt().isAfter(now)) {
            return new Ended();
        }
        return state.expireAt().isAfter(now.plus(AHEAD_MAX)) ? new TooFarAhead() : new Fit();
    }
}
