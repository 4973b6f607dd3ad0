package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ForgetSavedMethod;
import io.cybervpn.application.payment.KeepingConsent;
import io.cybervpn.application.payment.ListSavedMethods;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the caller let payment providers keep for us (R95). */
@Path("/api/v1/payment-methods/saved")
@Authenticated
@Tag(name = "payments")
public final class SavedMethodResource {
    private final ListSavedMethods listSavedMethods;
    private final ForgetSavedMethod forgetSavedMethod;
    private final CurrentActor actor;

    @Inject
    SavedMethodResource(
            ListSavedMethods listSavedMethods,
            ForgetSavedMethod forgetSavedMethod,
            CurrentActor actor) {
        this.listSavedMethods = listSavedMethods;
        this.forgetSavedMethod = forgetSavedMethod;
        this.actor = actor;
    }

    /** All of them, newest first, and the words to agree to before another is kept. */
    @GET
    @Operation(operationId = "listSavedMethods", summary = "Lists own saved ways to pay")
    @APIResponseSchema(value = SavedMethodJson.ListJson.class, responseCode = "200")
    public Uni<RestResponse<SavedMethodJson.ListJson>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        Languages languages = Languages.of(language);
        return listSavedMethods
                .execute(new ListSavedMethods.Query(actor.actor()))
                .map(
                        result ->
                                languages.answer(
                                        SavedMethodJson.of(result, languages),
                                        List.of(KeepingConsent.textI18n())));
    }

    /** Forgets one; nothing is charged by it any more. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeSavedMethod", summary = "Forgets an own saved way to pay")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return forgetSavedMethod
                .execute(new ForgetSavedMethod.Command(actor.actor(), new SavedMethodId(id)))
                .invoke(SavedMethodResource::check)
                .replaceWithVoid();
    }

    private static void check(ForgetSavedMethod.Result result) {
        switch (result) {
            case ForgetSavedMethod.Result.Forgotten() -> {}
            case ForgetSavedMethod.Result.NoSuchMethod() ->
                    throw Problem.notFound("saved method").asException();
        }
    }
}
