package io.cybervpn.sandbox.smtp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One client's talk with the sink. */
final class SmtpConversation {
    private final NetSocket socket;
    private final Consumer<ReceivedMail> taker;
    private final AtomicBoolean refusing;
    private final List<String> to = new ArrayList<>();
    private final StringBuilder source = new StringBuilder();
    private boolean inData;

    SmtpConversation(NetSocket socket, Consumer<ReceivedMail> taker, AtomicBoolean refusing) {
        this.socket = socket;
        this.taker = taker;
        this.refusing = refusing;
    }

    void begin() {
        socket.handler(RecordParser.newDelimited("\r\n", this::hear));
        say("220 sandbox ESMTP");
    }

    private void hear(Buffer buffer) {
        String line = buffer.toString(StandardCharsets.UTF_8);
        if (inData) {
            data(line);
        } else {
            command(line);
        }
    }

    private void command(String line) {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO", "HELO" -> say("250 sandbox");
            case "MAIL" -> mail();
            case "RCPT" -> recipient(line);
            case "DATA" -> beginData();
            case "RSET", "NOOP" -> say("250 OK");
            case "QUIT" -> quit();
            default -> say("502 not here");
        }
    }

    private void mail() {
        to.clear();
        source.setLength(0);
        say(refusing.get() ? "451 not now" : "250 OK");
    }

    private void recipient(String line) {
        to.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
        say("250 OK");
    }

    private void beginData() {
        inData = true;
        say("354 go on");
    }

    private void data(String line) {
        if (line.equals(".")) {
            inData = false;
            taker.accept(new ReceivedMail(to, source.toString()));
            say("250 taken");
        } else {
            source.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
    }

    private void quit() {
        say("221 bye");
        socket.close();
    }

    private void say(String line) {
        socket.write(line + "\r\n");
    }
}
