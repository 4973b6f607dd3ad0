package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What broken rules of people who came over from other shops mean. */
final class ImportRemedies {
    private ImportRemedies() {}

    /** These and others. */
    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "brought-balance-not-booked",
                new Remedy(
                        "Somebody brought a balance from another shop that is not in the books so.",
                        Remedy.BUG));
        all.put(
                "booked-balance-not-brought",
                new Remedy(
                        "The books have a balance of another shop that nobody brought.",
                        Remedy.BUG));
        return Map.copyOf(all);
    }
}
