package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.ListSubscriptions;
import io.cybervpn.application.subscription.ViewSubscription;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The caller's own subscriptions (R107). */
@Path("/api/v1/subscriptions")
@Authenticated
@Tag(name = "subscriptions")
public final class SubscriptionResource {
    private final ListSubscriptions listSubscriptions;
    private final ViewSubscription viewSubscription;
    private final CurrentActor actor;

    @Inject
    SubscriptionResource(
            ListSubscriptions listSubscriptions,
            ViewSubscription viewSubscription,
            CurrentActor actor) {
        this.listSubscriptions = listSubscriptions;
        this.viewSubscription = viewSubscription;
        this.actor = actor;
    }

    /** Lists the caller's subscriptions, newest first. */
    @GET
    @Operation(operationId = "listSubscriptions", summary = "Lists own subscriptions")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    public Uni<SubscriptionPageJson> list(
            @Valid @BeanParam PageParams page,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return listSubscriptions
                .execute(new ListSubscriptions.Query(actor.actor(), page.toRequest()))
                .map(result -> answer(result, Languages.of(language)));
    }

    /** Shows one of the caller's subscriptions. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubscription", summary = "Shows an own subscription")
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    public Uni<SubscriptionJson> get(
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return viewSubscription
                .execute(new ViewSubscription.Query(actor.actor(), new SubscriptionId(id)))
                .map(result -> answer(result, Languages.of(language)));
    }

    private static SubscriptionPageJson answer(
            ListSubscriptions.Result result, Languages languages) {
        return switch (result) {
            case ListSubscriptions.Result.Found(var page) ->
                    SubscriptionPageJson.of(page, languages);
            case ListSubscriptions.Result.LoginRequired _ ->
                    throw Problem.forbidden().asException();
        };
    }

    private static SubscriptionJson answer(ViewSubscription.Result result, Languages languages) {
        return switch (result) {
            case ViewSubscription.Result.Found(var view) -> SubscriptionJson.of(view, languages);
            case ViewSubscription.Result.NoSuchSubscription _ ->
                    throw Problem.notFound("subscription").asException();
        };
    }
}
