// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A mail server (RFC 5321) that does not take what it is given.
final class RudeRelay implements AutoCloseable {
    private final ServerSocket socket;
    private final Manner manner;

    enum Manner {
        /// 450 to the recipient, as greylisting does.
        LATER,
        /// 550 to the recipient.
        REFUSE,
        /// Takes the whole message and hangs up.
        HANG_UP
    }

    RudeRelay(Manner manner) throws IOException {
        this.manner = manner;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 rude.example");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO" -> say(client, "250 rude.example");
                case "RCPT" ->
                    say(
                            client,
                            switch (manner) {
                                case LATER -> "450 4.7.1 try again later";
                                case REFUSE -> "550 5.1.1 no such user";
                                case HANG_UP -> "250 ok";
                            });
                case "DATA" -> {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // All of it is taken, and nothing is said about that.
                    }
                    return;
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
