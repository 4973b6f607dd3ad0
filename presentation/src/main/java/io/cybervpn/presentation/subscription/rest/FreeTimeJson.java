package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.GivenTime;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Free time that was given or taken.
 *
 * @param days below zero: taken
 * @param endBefore the end as it then was
 * @param endAfter the end that came of it
 */
@Schema(name = "FreeTime")
record FreeTimeJson(
        UUID id, UUID subscriptionId, int days, Instant at, Instant endBefore, Instant endAfter) {
    static FreeTimeJson of(GivenTime given) {
        return new FreeTimeJson(
                given.id(),
                given.subscription().value(),
                given.days(),
                given.at(),
                given.endBefore(),
                given.endAfter());
    }
}
