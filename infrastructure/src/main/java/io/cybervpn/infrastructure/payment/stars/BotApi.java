package io.cybervpn.infrastructure.payment.stars;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The methods of the Bot API that we use; the token is in the base URL. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface BotApi {
    @POST
    @Path("/createInvoiceLink")
    Uni<Response> createInvoiceLink(InvoiceLinkJson invoice);

    @POST
    @Path("/refundStarPayment")
    Uni<Response> refundStarPayment(StarRefundJson refund);

    @POST
    @Path("/editUserStarSubscription")
    Uni<Response> editUserStarSubscription(SubscriptionEditJson edit);

    /** Oldest first. */
    @GET
    @Path("/getStarTransactions")
    Uni<Response> getStarTransactions(
            @QueryParam("offset") long offset, @QueryParam("limit") int limit);
}
