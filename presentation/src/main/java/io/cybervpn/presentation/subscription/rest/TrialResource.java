package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.StartTrial;
import io.cybervpn.application.subscription.ViewTrial;
import io.cybervpn.domain.subscription.TrialRefusal;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's trial (R26-R29). */
@Path("/api/v1/trial")
@Authenticated
@Tag(name = "subscriptions")
public final class TrialResource {
    private final ViewTrial viewTrial;
    private final StartTrial startTrial;
    private final CurrentActor actor;

    @Inject
    TrialResource(ViewTrial viewTrial, StartTrial startTrial, CurrentActor actor) {
        this.viewTrial = viewTrial;
        this.startTrial = startTrial;
        this.actor = actor;
    }

    /** Shows whether there is one for the caller. */
    @GET
    @Operation(operationId = "getTrial", summary = "Shows whether the caller may have a trial")
    public Uni<TrialJson> get() {
        if (actor.actor().account().isEmpty()) {
            throw Problem.forbidden().asException();
        }
        return viewTrial.execute(new ViewTrial.Query(actor.actor())).map(TrialJson::of);
    }

    /** Begins it, once for each person. */
    @POST
    @Operation(
            operationId = "startTrial",
            summary = "Begins the caller's trial",
            description =
                    "Once for each person. Codes: trial_used, trial_off, telegram_required,"
                            + " mailbox_not_allowed.")
    @APIResponseSchema(value = FreeTimeJson.class, responseCode = "201")
    public Uni<RestResponse<FreeTimeJson>> start(@NotNull @Valid TrialRequestJson body) {
        return startTrial
                .execute(
                        new StartTrial.Command(actor.actor(), Optional.ofNullable(body.deviceId())))
                .map(TrialResource::answer);
    }

    private static RestResponse<FreeTimeJson> answer(StartTrial.Result result) {
        return switch (result) {
            case StartTrial.Result.Started(var given) ->
                    RestResponse.status(RestResponse.Status.CREATED, FreeTimeJson.of(given));
            case StartTrial.Result.Refused(var reason) -> throw problem(reason);
        };
    }

    private static ProblemException problem(TrialRefusal reason) {
        return switch (reason) {
            case TRIAL_USED ->
                    refused(409, reason, "There is one trial for each person, for new customers.");
            case TRIAL_OFF -> refused(422, reason, "The shop offers no trial.");
            case TELEGRAM_REQUIRED ->
                    refused(422, reason, "Link your account with Telegram first.");
            case MAILBOX_NOT_ALLOWED ->
                    refused(422, reason, "There is no trial for mailboxes of this domain.");
            case NO_CUSTOMER -> Problem.forbidden().asException();
        };
    }

    private static ProblemException refused(int status, TrialRefusal reason, String text) {
        return Problem.of(status, reason.code(), text).asException();
    }
}
