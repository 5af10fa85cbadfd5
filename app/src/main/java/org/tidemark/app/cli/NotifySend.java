// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.mail.Relay;
import org.tidemark.adapter.mail.SenderFile;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticeState;
import org.tidemark.notify.Outbox;
import org.tidemark.notify.Sender;
import org.tidemark.run.NoticeBook.Sent;
import org.tidemark.run.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Sends what waits, each notice once.
@Command(
        name = "send",
        description = {
            "Write every notice that waits to a file, or with --yes send it through the relay of --sender.",
            "Each is looked at once more before it leaves: by the lists of owners in the store at that moment every"
                    + " server in it must be the recipient's, or it is withdrawn."
        },
        footer = {"", NotifyCommand.STATUS})
final class NotifySend extends PackCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String version;

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    SenderOptions sender = new SenderOptions();

    @Option(names = "--yes", description = "Send. Without it nothing leaves this machine.")
    boolean yes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the files without --yes; the folder notices where not given.")
    Path out = Path.of("notices");

    @Option(
            names = "--test-to",
            paramLabel = "MAILBOX",
            description = "A trial: everything goes to this mailbox and nobody else, and counts as not sent.")
    @Nullable
    String testTo;

    @Option(
            names = "--again",
            paramLabel = "NOTICE",
            description = "Send this one again of which nobody knows whether it arrived; repeatable.")
    List<String> again = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many in this run: warm up slowly.")
    int limit = Integer.MAX_VALUE;

    private final EnumMap<NoticeState, Integer> counts = new EnumMap<>(NoticeState.class);
    private int people;

    NotifySend(Invocation invocation, Packs packs, String version) {
        super(invocation, packs);
        this.version = version;
    }

    @Override
    int answer(Answer answer) {
        var who = sender.read();
        check(who);
        answer.columns("notice", List.of("id", "owner", "recipient", "campaign", "state", "detail"));
        try (var store = data.openExisting(invocation, answer.knowledge())) {
            var waiting = waiting(store);
            var room = new Mailroom(answer.knowledge(), store, who.sender(), sender.words, invocation.today(), version);
            room.look(waiting.stream().map(Sent::notice).toList());
            if (yes) {
                send(answer, store, room, who, waiting);
            } else {
                write(answer, store, room, waiting);
            }
        }
        return finish(answer);
    }

    private void check(SenderFile.Read who) {
        if (yes && who.relay() == null) {
            throw TidemarkException.user(
                    "The sender's file names no relay: add relay-host, or leave --yes out to write" + " files.");
        }
        if (testTo != null && !Contact.isMailbox(testTo)) {
            throw TidemarkException.user("'" + Terminal.safe(testTo) + "' is no mailbox like me@example.org.");
        }
        if (limit < 1) {
            throw TidemarkException.user("--limit takes a number from 1 on.");
        }
    }

    private List<Sent> waiting(Store store) {
        var waiting = new ArrayList<Sent>();
        var wanted = again.stream()
                .map(text -> store.notices()
                        .find(text)
                        .filter(sent -> sent.state() == NoticeState.SENDING)
                        .map(sent -> sent.notice().id())
                        .orElseThrow(() -> TidemarkException.user("There is no notice " + Terminal.safe(text)
                                + " of which nobody knows whether it arrived.")))
                .toList();
        store.notices().each(sent -> {
            if (sent.state().isWaiting() || wanted.contains(sent.notice().id())) {
                waiting.add(sent);
            }
        });
        people = (int) waiting.stream()
                .filter(sent -> sent.notice().recipient().channel() != Channel.EMAIL)
                .count();
        return waiting.stream()
                .filter(sent -> sent.notice().recipient().channel() == Channel.EMAIL)
                .limit(limit)
                .toList();
    }

    private void write(Answer answer, Store store, Mailroom room, List<Sent> waiting) {
        try {
            Files.createDirectories(out);
            for (var sent : waiting) {
                write(answer, store, room, sent);
            }
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.USER, "Nothing can be written to " + out + ".", e);
        }
    }

    private void write(Answer answer, Store store, Mailroom room, Sent sent) throws IOException {
        var notice = sent.notice();
        try {
            var half = out.resolve(notice.id() + ".eml.new");
            Files.write(half, room.mail(notice, to(notice)));
            Files.move(
                    half,
                    out.resolve(notice.id() + ".eml"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (Mailroom.Refused e) {
            done(answer, store, notice, NoticeState.WITHDRAWN, e.why());
            return;
        }
        if (testTo == null && sent.state() != NoticeState.WRITTEN) {
            done(answer, store, notice, NoticeState.WRITTEN, "");
        } else {
            counts.merge(NoticeState.WRITTEN, 1, Integer::sum);
        }
    }

    private String to(Notice notice) {
        return testTo == null ? notice.recipient().address() : testTo;
    }

    private void send(Answer answer, Store store, Mailroom room, SenderFile.Read who, List<Sent> waiting) {
        var address = who.relay();
        if (waiting.isEmpty() || address == null) {
            return;
        }
        var pace = new Pace(who.perDomainPerMinute(), invocation.clock());
        var order = pace.inOrder(waiting, each -> each.notice().recipient().domain());
        var gate = new Gate(answer, store, room, room.outbox(), who.sender());
        var relay = Relay.connect(address, PATIENCE);
        try {
            for (int i = 0; i < order.size(); i++) {
                answer.doing("Sending " + (i + 1) + " of " + order.size());
                if (!relay.isOpen()) {
                    relay.close();
                    relay = Relay.connect(address, PATIENCE);
                }
                var notice = order.get(i).notice();
                pace.await(notice.recipient().domain());
                send(gate, notice, relay);
            }
        } finally {
            relay.close();
            answer.doing("");
        }
    }

    /// What stands between a notice and the relay.
    private record Gate(Answer answer, Store store, Mailroom room, Outbox outbox, Sender sender) {}

    /// What is about to happen is written down first: a program that is stopped in between never sends twice.
    private void send(Gate gate, Notice notice, Relay relay) {
        byte[] message;
        try {
            message = gate.room.mail(notice, to(notice));
        } catch (Mailroom.Refused e) {
            done(gate.answer, gate.store, notice, NoticeState.WITHDRAWN, e.why());
            return;
        }
        var objection = gate.outbox.objection(notice, gate.room::now);
        if (objection.isPresent()) {
            done(gate.answer, gate.store, notice, NoticeState.WITHDRAWN, objection.get());
            return;
        }
        var from = gate.sender.returnPath(notice);
        if (testTo != null) {
            var reply = relay.send(message, from, testTo);
            counts.merge(reply instanceof Relay.Answer.Taken ? NoticeState.SENT : NoticeState.DELAYED, 1, Integer::sum);
            return;
        }
        gate.store
                .notices()
                .event(notice.id(), NoticeState.SENDING, "", invocation.clock().instant());
        told(gate, notice, relay.send(message, from, to(notice)));
    }

    private void told(Gate gate, Notice notice, Relay.Answer reply) {
        switch (reply) {
            case Relay.Answer.Taken taken -> done(gate.answer, gate.store, notice, NoticeState.SENT, taken.reply());
            case Relay.Answer.Later later -> done(gate.answer, gate.store, notice, NoticeState.DELAYED, later.reply());
            case Relay.Answer.Refused refused ->
                done(gate.answer, gate.store, notice, NoticeState.REFUSED, refused.reply());
            case Relay.Answer.Broken broken -> {
                counts.merge(NoticeState.SENDING, 1, Integer::sum);
                gate.answer.problem(Problem.in(
                        notice.ticket(),
                        "The way to the relay broke while this notice went out: " + broken.reply(),
                        "Look into the relay's log whether it arrived; if not, `tidemark notify send --again "
                                + notice.ticket() + "`."));
            }
        }
    }

    private void done(Answer answer, Store store, Notice notice, NoticeState state, String detail) {
        store.notices().event(notice.id(), state, detail, invocation.clock().instant());
        counts.merge(state, 1, Integer::sum);
        answer.row(NotifyRows.notice(notice).put("state", state.id()).put("detail", detail.isEmpty() ? null : detail));
    }

    private int finish(Answer answer) {
        var summary = Row.of("summary");
        for (var state : NoticeState.values()) {
            if (state != NoticeState.PLANNED && state != NoticeState.TOLD) {
                summary.put(state.id(), counts.getOrDefault(state, 0));
            }
        }
        summary.put("byPeople", people);
        if (answer.forPeople()) {
            tell(answer);
        }
        if (people > 0 || counts.containsKey(NoticeState.DELAYED) || counts.containsKey(NoticeState.WRITTEN)) {
            answer.found();
        }
        return answer.finish(summary);
    }

    private void tell(Answer answer) {
        var out = answer.people();
        if (counts.isEmpty()) {
            out.println("No notice waits to be sent by mail.");
        }
        counts.forEach((state, count) -> out.println(
                switch (state) {
                    case WRITTEN ->
                        Figures.number(count) + " written to " + this.out + "; nothing was sent. --yes sends.";
                    case SENT ->
                        Figures.number(count) + (testTo == null ? " sent." : " sent to " + testTo + " as a trial.");
                    case DELAYED -> Figures.number(count) + " not taken now; the next `notify send` tries again.";
                    case REFUSED -> Figures.number(count) + " refused for good; the next plan takes another contact.";
                    case WITHDRAWN ->
                        Figures.number(count) + " withdrawn: the recipient is not the one who may be told any more.";
                    default -> Figures.number(count) + " " + state.id() + ".";
                }));
        if (people > 0) {
            out.println(Figures.number(people) + " for a person to deliver: `tidemark notify --waiting` lists them.");
        }
    }
}
