package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.ListAllSubscriptions;
import io.cybervpn.application.subscription.ShowSubscription;
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
import org.jspecify.annotations.Nullable;

/** Subscriptions of all customers for staff with {@code subscriptions:read} (R54). */
@Path("/api/v1/admin/subscriptions")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class AdminSubscriptionResource {
    private final ListAllSubscriptions listAll;
    private final ShowSubscription show;
    private final CurrentActor actor;

    @Inject
    AdminSubscriptionResource(
            ListAllSubscriptions listAll, ShowSubscription show, CurrentActor actor) {
        this.listAll = listAll;
        this.show = show;
        this.actor = actor;
    }

    /** Lists those that match, newest first. */
    @GET
    @Operation(
            operationId = "adminListSubscriptions",
            summary = "Lists subscriptions of all customers, newest first")
    public Uni<SubscriptionRecordJson.PageJson> list(
            @Valid @BeanParam SubscriptionFilterParams filter,
            @Valid @BeanParam PageParams page,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return listAll.execute(
                        new ListAllSubscriptions.Query(
                                actor.actor(), filter.filter(), page.toRequest()))
                .map(result -> answer(result, Languages.of(language)));
    }

    private static SubscriptionRecordJson.PageJson answer(
            ListAllSubscriptions.Result result, Languages languages) {
        return switch (result) {
            case ListAllSubscriptions.Result.Listed(var page) ->
                    SubscriptionRecordJson.PageJson.of(page, languages);
            case ListAllSubscriptions.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** Shows one with all that made its end what it is. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "adminGetSubscription",
            summary = "Shows a subscription with the history of its end")
    public Uni<SubscriptionRecordJson.DetailJson> get(
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return show.execute(new ShowSubscription.Query(actor.actor(), new SubscriptionId(id)))
                .map(result -> answer(result, Languages.of(language)));
    }

    private static SubscriptionRecordJson.DetailJson answer(
            ShowSubscription.Result result, Languages languages) {
        return switch (result) {
            case ShowSubscription.Result.Shown(var found, var history) ->
                    new SubscriptionRecordJson.DetailJson(
                            SubscriptionRecordJson.of(found, languages),
                            history.stream().map(SubscriptionRecordJson.EntryJson::of).toList());
            case ShowSubscription.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case ShowSubscription.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
