package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.TrialTerms;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.subscription.model.Gift;
import java.util.List;
import java.util.Optional;

/**
 * What a shop decides about trials (R26-R29).
 *
 * @param mode when one begins; without a plan there is none
 * @param plan whose servers, devices and name it has
 * @param days 1 to 3650
 * @param trafficBytes for all of it, above zero
 * @param serverGroups other servers than the plan's; empty: the plan's
 * @param keepsDays whether what is left of it is added to paid time; if not, that takes its place
 */
public record TrialSettings(
        Mode mode,
        Optional<PlanId> plan,
        int days,
        long trafficBytes,
        List<String> serverGroups,
        boolean keepsDays,
        TrialTerms terms) {
    /** When a trial begins. */
    public enum Mode {
        /** As soon as somebody writes to the bot for the first time, and when asked for. */
        AUTO,
        /** When somebody asks for it. */
        MANUAL,
        /** Never. */
        OFF
    }

    /** Copies the list; refuses a trial of nothing. */
    public TrialSettings {
        serverGroups = List.copyOf(serverGroups);
        if (days < 1 || !Gift.isSound(days) || trafficBytes < 1) {
            throw new IllegalArgumentException("a trial of " + days + " days");
        }
    }

    /** The plan of trials; empty when there are none. */
    public Optional<PlanId> offered() {
        return plan.filter(_ -> mode != Mode.OFF);
    }
}
