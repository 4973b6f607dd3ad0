package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What rules about paused and suspended subscriptions mean. */
final class HoldRemedies {
    private HoldRemedies() {}

    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "standstill-not-its-history",
                new Remedy(
                        "A subscription's time stands still, or runs, and what was done with it"
                                + " says otherwise.",
                        Remedy.BUG));
        all.put(
                "access-while-held",
                new Remedy(
                        "A subscription is paused or suspended, and its access is still wanted.",
                        Remedy.EVENTS));
        return Map.copyOf(all);
    }
}
