package io.cybervpn.sandbox.smtp;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Speaks as much of SMTP (RFC 5321) as a client needs that only hands mails in; no TLS, no login.
 * What it took it keeps, the newest {@value #KEPT_MAX}.
 */
public final class SmtpSink implements AutoCloseable {
    private static final int KEPT_MAX = 1_000;

    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final NetServer server;

    /** Listens on 127.0.0.1; port 0 takes any free one. */
    public SmtpSink(Vertx vertx, int port) {
        this.server =
                vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(port))
                        .connectHandler(
                                socket ->
                                        new SmtpConversation(socket, this::take, refusing).begin());
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no SMTP on port " + port, e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    /** Mails to an address, the oldest first. */
    public List<ReceivedMail> to(String address) {
        return mails.stream().filter(mail -> mail.to().contains(address)).toList();
    }

    /** From now on every mail is turned down for now, or taken again. */
    public void refuse(boolean refuse) {
        refusing.set(refuse);
    }

    private void take(ReceivedMail mail) {
        mails.add(mail);
        if (mails.size() > KEPT_MAX) {
            mails.removeFirst();
        }
    }

    @Override
    public void close() {
        mails.clear();
    }
}
