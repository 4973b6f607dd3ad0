package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.ListSubscriptions;
import io.cybervpn.application.subscription.SubscriptionView;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
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
    @APIResponseSchema(value = SubscriptionPageJson.class, responseCode = "200")
    public Uni<RestResponse<SubscriptionPageJson>> list(
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
    @APIResponseSchema(value = SubscriptionJson.class, responseCode = "200")
    public Uni<RestResponse<SubscriptionJson>> get(
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return viewSubscription
                .execute(new ViewSubscription.Query(actor.actor(), new SubscriptionId(id)))
                .map(result -> answer(result, Languages.of(language)));
    }

    private static RestResponse<SubscriptionPageJson> answer(
            ListSubscriptions.Result result, Languages languages) {
        return switch (result) {
            case ListSubscriptions.Result.Found(var page) ->
                    languages.answer(
                            SubscriptionPageJson.of(page, languages),
                            page.items().stream().map(SubscriptionView::planNameI18n).toList());
            case ListSubscriptions.Result.LoginRequired _ ->
                    throw Problem.forbidden().asException();
        };
    }

    private static RestResponse<SubscriptionJson> answer(
            ViewSubscription.Result result, Languages languages) {
        return switch (result) {
            case ViewSubscription.Result.Found(var view) ->
                    languages.answer(
                            SubscriptionJson.of(view, languages), List.of(view.planNameI18n()));
            case ViewSubscription.Result.NoSuchSubscription _ ->
                    throw Problem.notFound("subscription").asException();
        };
    }
}
