package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ConfirmDeepLink;
import io.cybervpn.application.identity.FindTelegramUser;
import io.cybervpn.application.identity.RegisterTelegramUser;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the bot asks for those who write to it (R46, R47); not for customers. */
@Path("/api/v1/telegram")
@Tag(name = "telegram")
@Authenticated
public final class TelegramBotResource {
    private final RegisterTelegramUser registerTelegramUser;
    private final FindTelegramUser findTelegramUser;
    private final ConfirmDeepLink confirmDeepLink;
    private final CurrentActor actor;

    @Inject
    TelegramBotResource(
            RegisterTelegramUser registerTelegramUser,
            FindTelegramUser findTelegramUser,
            ConfirmDeepLink confirmDeepLink,
            CurrentActor actor) {
        this.registerTelegramUser = registerTelegramUser;
        this.findTelegramUser = findTelegramUser;
        this.confirmDeepLink = confirmDeepLink;
        this.actor = actor;
    }

    /** Gives somebody an account; 200 with the one he has, 201 with a new one. */
    @POST
    @Path("/register")
    @Operation(operationId = "registerTelegramUser", summary = "Gives a user an account")
    @APIResponse(responseCode = "200", description = "His account")
    public Uni<RestResponse<AccountJson>> register(
            @NotNull TelegramUserJson body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return registerTelegramUser
                .execute(
                        new RegisterTelegramUser.Command(
                                actor.actor(), body.toUser(), Languages.of(acceptLanguage).first()))
                .map(TelegramBotResource::answer);
    }

    /** Who a user is here. */
    @GET
    @Path("/user/{tg_id}")
    @Operation(operationId = "getTelegramUser", summary = "Shows the account of a user")
    public Uni<AccountJson> find(@PathParam("tg_id") long id) {
        return findTelegramUser
                .execute(new FindTelegramUser.Command(actor.actor(), id))
                .map(TelegramBotResource::answer);
    }

    /** Lets a waiting browser in; 410 {@code deep_link_gone} if the code is worth nothing. */
    @POST
    @Path("/deep-links/confirm")
    @Operation(operationId = "confirmDeepLink", summary = "Confirms a login through the bot")
    public Uni<AccountJson> confirm(
            @NotNull DeepLinkConfirmationJson body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return confirmDeepLink
                .execute(
                        new ConfirmDeepLink.Command(
                                actor.actor(),
                                Optional.ofNullable(body.code()).orElse(""),
                                user(body),
                                Languages.of(acceptLanguage).first()))
                .map(TelegramBotResource::answer);
    }

    private static TelegramUser user(DeepLinkConfirmationJson body) {
        return Optional.ofNullable(body.user())
                .map(TelegramUserJson::toUser)
                .orElseThrow(() -> Problem.invalid("/user", "required", "Say who.").asException());
    }

    private static RestResponse<AccountJson> answer(RegisterTelegramUser.Result result) {
        return switch (result) {
            case RegisterTelegramUser.Result.Registered(var account, var isNew) ->
                    RestResponse.status(
                            isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                            AccountJson.of(account));
            case RegisterTelegramUser.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AccountJson answer(FindTelegramUser.Result result) {
        return switch (result) {
            case FindTelegramUser.Result.Found(var account) -> AccountJson.of(account);
            case FindTelegramUser.Result.Unknown() ->
                    throw Problem.notFound("user of Telegram").asException();
            case FindTelegramUser.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static AccountJson answer(ConfirmDeepLink.Result result) {
        return switch (result) {
            case ConfirmDeepLink.Result.Confirmed(var account) -> AccountJson.of(account);
            case ConfirmDeepLink.Result.Gone() -> throw TelegramProblems.gone();
            case ConfirmDeepLink.Result.Blocked() -> throw IdentityProblems.blocked();
            case ConfirmDeepLink.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
