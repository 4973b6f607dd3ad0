package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ConfirmSecondFactor;
import io.cybervpn.application.identity.DisableSecondFactor;
import io.cybervpn.application.identity.EnableSecondFactor;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** One's own second factor (R234): an app that makes passwords, and recovery codes. */
@Path("/api/v1/two-factor")
@Tag(name = "two-factor")
@Authenticated
public final class TwoFactorResource {
    private final EnableSecondFactor enable;
    private final ConfirmSecondFactor confirm;
    private final DisableSecondFactor disable;
    private final CurrentActor actor;

    @Inject
    TwoFactorResource(
            EnableSecondFactor enable,
            ConfirmSecondFactor confirm,
            DisableSecondFactor disable,
            CurrentActor actor) {
        this.enable = enable;
        this.confirm = confirm;
        this.disable = disable;
        this.actor = actor;
    }

    /**
     * A secret for an app; it counts after {@code /verify}. The newest one counts. 403 {@code
     * step_up_required} unless the login or a step up is ten minutes old at most.
     */
    @POST
    @Path("/enable")
    @Operation(operationId = "enableTwoFactor", summary = "Proposes a second factor")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<TwoFactorSetupJson> enable() {
        return enable.execute(new EnableSecondFactor.Command(actor.account(), actor.session()))
                .map(TwoFactorResource::answer);
    }

    /** Puts it in force; the recovery codes are never shown again. */
    @POST
    @Path("/verify")
    @Operation(operationId = "verifyTwoFactor", summary = "Puts the second factor in force")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<TwoFactorOnJson> verify(@NotNull @Valid CodeJson body) {
        SessionId session = actor.session().orElseThrow(() -> Problem.forbidden().asException());
        return confirm.execute(
                        new ConfirmSecondFactor.Command(
                                actor.actor(), actor.account(), session, body.code()))
                .map(TwoFactorResource::answer);
    }

    /** Takes it away; staff keep theirs. */
    @POST
    @Path("/disable")
    @Operation(operationId = "disableTwoFactor", summary = "Takes the second factor away")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Void> disable(@NotNull @Valid CodeJson body) {
        return disable.execute(
                        new DisableSecondFactor.Command(
                                actor.actor(), actor.account(), body.code()))
                .invoke(TwoFactorResource::refuseUnlessDisabled)
                .replaceWithVoid();
    }

    private static TwoFactorSetupJson answer(EnableSecondFactor.Result result) {
        return switch (result) {
            case EnableSecondFactor.Result.Proposed(var secret, var label) ->
                    TwoFactorSetupJson.of(secret, label);
            case EnableSecondFactor.Result.StepUpNeeded() ->
                    throw Problem.stepUpRequired().asException();
            case EnableSecondFactor.Result.AlreadyActive() ->
                    throw Problem.of(409, "two_factor_active", "There is one in force already.")
                            .asException();
            case EnableSecondFactor.Result.NoAccount() ->
                    throw Problem.of(401, "unauthorized", "This account is gone.").asException();
        };
    }

    private static TwoFactorOnJson answer(ConfirmSecondFactor.Result result) {
        return switch (result) {
            case ConfirmSecondFactor.Result.Confirmed(var codes, var access) ->
                    new TwoFactorOnJson(codes, AccessJson.of(access));
            case ConfirmSecondFactor.Result.WrongCode() -> throw TwoFactorProblems.wrongCode();
            case ConfirmSecondFactor.Result.StepUpNeeded() ->
                    throw Problem.stepUpRequired().asException();
            case ConfirmSecondFactor.Result.NotProposed() ->
                    throw Problem.of(409, "two_factor_not_proposed", "Nothing waits for a code.")
                            .asException();
            case ConfirmSecondFactor.Result.TooMany(var wait) ->
                    throw IdentityProblems.tooMany(wait);
        };
    }

    private static void refuseUnlessDisabled(DisableSecondFactor.Result result) {
        switch (result) {
            case DisableSecondFactor.Result.Disabled() -> {}
            case DisableSecondFactor.Result.WrongCode() -> throw TwoFactorProblems.wrongCode();
            case DisableSecondFactor.Result.Demanded() -> throw TwoFactorProblems.demanded();
            case DisableSecondFactor.Result.TooMany(var wait) ->
                    throw IdentityProblems.tooMany(wait);
        }
    }
}
