package io.cybervpn.infrastructure.payment.cryptobot;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The methods of Crypto Pay that we use. Answers come as they are: an outage answers with anything.
 */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CryptoPayApi {
    String TOKEN = "Crypto-Pay-API-Token";

    @POST
    @Path("/createInvoice")
    Uni<Response> createInvoice(@HeaderParam(TOKEN) String token, CreateInvoiceJson invoice);

    /** Changes nothing; POST only since a list of ids may be longer than a URL should be. */
    @POST
    @Path("/getInvoices")
    Uni<Response> getInvoices(@HeaderParam(TOKEN) String token, GetInvoicesJson filter);

    @POST
    @Path("/deleteInvoice")
    Uni<Response> deleteInvoice(@HeaderParam(TOKEN) String token, DeleteInvoiceJson invoice);

    @POST
    @Path("/transfer")
    Uni<Response> transfer(@HeaderParam(TOKEN) String token, TransferJson transfer);

    @POST
    @Path("/getTransfers")
    Uni<Response> getTransfers(@HeaderParam(TOKEN) String token, GetTransfersJson filter);
}
