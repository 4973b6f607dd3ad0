package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.MakePayLink;
import io.cybervpn.application.invoicing.ManagePayLinks;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** The one way to the links of an invoice, for its debtor and for staff. */
@Singleton
final class PayLinkDoor {
    private final MakePayLink makePayLink;
    private final ManagePayLinks managePayLinks;

    @Inject
    PayLinkDoor(MakePayLink makePayLink, ManagePayLinks managePayLinks) {
        this.makePayLink = makePayLink;
        this.managePayLinks = managePayLinks;
    }

    Uni<RestResponse<PayLinkJson.MadeJson>> make(Actor actor, UUID invoice, int days) {
        return makePayLink
                .execute(new MakePayLink.Command(actor, new InvoiceId(invoice), days))
                .map(PayLinkDoor::answer);
    }

    Uni<PayLinkJson.ListJson> list(Actor actor, UUID invoice) {
        return manage(actor, invoice, Optional.empty());
    }

    Uni<PayLinkJson.ListJson> revoke(Actor actor, UUID invoice, UUID link) {
        return manage(actor, invoice, Optional.of(new PayLinkId(link)));
    }

    private Uni<PayLinkJson.ListJson> manage(
            Actor actor, UUID invoice, Optional<PayLinkId> revoke) {
        return managePayLinks
                .execute(new ManagePayLinks.Command(actor, new InvoiceId(invoice), revoke))
                .map(PayLinkDoor::answer);
    }

    private static RestResponse<PayLinkJson.MadeJson> answer(MakePayLink.Result result) {
        return switch (result) {
            case MakePayLink.Result.Made(var link, var token) ->
                    RestResponse.ResponseBuilder.create(
                                    RestResponse.Status.CREATED,
                                    new PayLinkJson.MadeJson(PayLinkJson.of(link), token))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
            case MakePayLink.Result.TooMany() ->
                    throw Problem.of(
                                    409,
                                    "pay_links_too_many",
                                    "The invoice has enough links that are good; revoke one.")
                            .asException();
            case MakePayLink.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }

    private static PayLinkJson.ListJson answer(ManagePayLinks.Result result) {
        return switch (result) {
            case ManagePayLinks.Result.Listed(var links) ->
                    new PayLinkJson.ListJson(links.stream().map(PayLinkJson::of).toList());
            case ManagePayLinks.Result.NoSuchLink() ->
                    throw Problem.notFound("pay_link").asException();
            case ManagePayLinks.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }
}
