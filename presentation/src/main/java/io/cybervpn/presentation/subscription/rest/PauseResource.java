package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.PauseSubscription;
import io.cybervpn.application.subscription.ResumeSubscription;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's own subscription rests for a while. */
@Path("/api/v1/subscriptions/{id}")
@Authenticated
@Tag(name = "subscriptions")
public final class PauseResource {
    private final PauseSubscription pause;
    private final ResumeSubscription resume;
    private final CurrentActor actor;

    @Inject
    PauseResource(PauseSubscription pause, ResumeSubscription resume, CurrentActor actor) {
        this.pause = pause;
        this.resume = resume;
        this.actor = actor;
    }

    /**
     * Nothing is served and its time stands still, until it is resumed or the pause is too long.
     */
    @POST
    @Path("/pause")
    @Operation(
            operationId = "pauseSubscription",
            summary = "Lets an own subscription rest; its time stands still",
            description =
                    "Codes: already_paused, subscription_expired, subscription_suspended,"
                            + " kept_by_store, charged_by_provider, pause_not_offered,"
                            + " pauses_used_up, too_little_left.")
    public Uni<HoldJson> pause(@PathParam("id") UUID id) {
        return pause.execute(new PauseSubscription.Command(actor.actor(), new SubscriptionId(id)))
                .map(PauseResource::answer);
    }

    /** It is served again and ends as much later as it rested. */
    @POST
    @Path("/resume")
    @Operation(
            operationId = "resumeSubscription",
            summary = "Lets an own paused subscription go on",
            description = "Codes: not_paused, subscription_suspended.")
    public Uni<HoldJson> resume(@PathParam("id") UUID id) {
        return resume.execute(new ResumeSubscription.Command(actor.actor(), new SubscriptionId(id)))
                .map(PauseResource::answer);
    }

    private static HoldJson answer(PauseSubscription.Result result) {
        return switch (result) {
            case PauseSubscription.Result.Paused(var subscription, var resumeBy) ->
                    HoldJson.of(subscription, Optional.of(resumeBy));
            case PauseSubscription.Result.Refused(var reason) -> throw Holding.problem(reason);
        };
    }

    private static HoldJson answer(ResumeSubscription.Result result) {
        return switch (result) {
            case ResumeSubscription.Result.Resumed(var subscription) ->
                    HoldJson.of(subscription, Optional.empty());
            case ResumeSubscription.Result.Refused(var reason) -> throw Holding.problem(reason);
        };
    }
}
