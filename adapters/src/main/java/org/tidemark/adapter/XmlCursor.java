// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks once through an XML document and takes what it is asked for; everything else is passed over.
///
/// The cursor always stands on an element. An element that nobody entered is left behind by the next step: ```java
/// xml.enter();
/// for (var name = xml.child(); name != null; name = xml.child()) {
///     if (name.equals("host")) {
///         readHost(xml);
///     }
/// }
/// ```
/// A document type declaration is passed over without being followed, entities are not replaced, and nothing outside
/// the file is ever opened.
public final class XmlCursor {
    /// Deeper than the tools nest, and far from what a stack bears: readers may descend by recursion.
    static final int DEEPEST = 150;

    private static final String CURE = "Take the file from its source again; what stands before this place was read.";

    private final XMLStreamReader reader;
    private final Between between;
    private final LineStarts starts;
    private int depth;
    private boolean untaken;

    private XmlCursor(XMLStreamReader reader, Between between, LineStarts starts) {
        this.reader = reader;
        this.between = between;
        this.starts = starts;
    }

    /// What a reader does with a document; the cursor stands on its outermost element.
    @FunctionalInterface
    public interface Reading {
        void read(XmlCursor xml) throws IOException, BadRecord;
    }

    /// @param document UTF-8, whatever the XML declaration says: inputs were brought to it before
    public static void read(Document document, Reading reading) throws IOException, BadRecord {
        var starts = new LineStarts(document);
        var between = new Between(document.in(), starts);
        try {
            var text = new InputStreamReader(between, StandardCharsets.UTF_8);
            var cursor = new XmlCursor(factory().createXMLStreamReader(text), between, starts);
            if (cursor.child() == null) {
                throw new BadRecord("There is no XML element here.", CURE);
            }
            reading.read(cursor);
            while (cursor.reader.hasNext()) {
                cursor.step();
            }
        } catch (XMLStreamException e) {
            throw failure(e, starts);
        }
    }

    /// A new one each time: the factory is not said to be safe between threads.
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // The JDK's own bounds hold too; only that of depth is lower than ours and depends on its version.
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private static BadRecord failure(XMLStreamException e, LineStarts starts) throws IOException {
        if (e.getNestedException() instanceof IOException io) {
            throw io;
        }
        var line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        var said = String.valueOf(e.getMessage());
        // The message begins with place and class of the parser's own exception; the last line says what is wrong.
        int last = said.lastIndexOf("Message: ");
        var cause = "This is not sound XML: " + (last < 0 ? said : said.substring(last + 9));
        return line > 0 ? new BadRecord(cause, CURE, (long) line, starts.offsetOf(line)) : new BadRecord(cause, CURE);
    }

    /// The name of the element, without prefix.
    public String name() {
        return reader.getLocalName();
    }

    /// The namespace of the element; empty where there is none.
    public String namespace() {
        var uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /// The line on which the cursor stands.
    public long line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /// What makes the document from here on unreadable, with the place where the cursor stands.
    public BadRecord bad(String cause, String cure) {
        return new BadRecord(cause, cure, line(), starts.offsetOf(line()));
    }

    /// An attribute of the element, which must not be entered yet; null where it is missing or blank.
    public @Nullable String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null || value.isBlank() ? null : value;
    }

    /// Enters the element: the next [#child()] is its first.
    public void enter() {
        untaken = false;
    }

    /// Goes to the next element inside the one that was entered.
    ///
    /// @return its name, or null at the end of the entered one
    public @Nullable String child() throws IOException, BadRecord {
        leave();
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    untaken = true;
                    return reader.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                default -> {}
            }
        }
    }

    /// The text directly inside the element, which is left behind; elements inside it are passed over.
    public String text() throws IOException, BadRecord {
        untaken = false;
        var text = new StringBuilder();
        int end = depth - 1;
        while (depth > end) {
            int event = step();
            boolean characters = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (characters && depth == end + 1) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > Limits.LONGEST_LINE) {
                    throw bad("A text of this document is too long.", CURE);
                }
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return text.toString();
    }

    private void leave() throws IOException, BadRecord {
        if (untaken) {
            untaken = false;
            int outside = depth - 1;
            while (depth > outside && step() != XMLStreamConstants.END_DOCUMENT) {}
        }
    }

    private int step() throws IOException, BadRecord {
        between.restart();
        int event;
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            event = reader.next();
        } catch (XMLStreamException e) {
            throw failure(e, starts);
        } catch (RuntimeException e) {
            // The JDK's parser ends some malformed documents in exceptions that it does not declare.
            throw bad("This is not sound XML: " + e, CURE);
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw bad("This document is nested more than " + DEEPEST + " deep.", CURE);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    /// Bounds what the parser reads between two steps: it holds a whole attribute, comment or declaration at once.
    private static final class Between extends FilterInputStream {
        private final LineStarts starts;
        private long read;

        Between(InputStream in, LineStarts starts) {
            super(in);
            this.starts = starts;
        }

        void restart() {
            read = 0;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = in.read(into, from, length);
            read += Math.max(count, 0);
            starts.passed(into, from, from + Math.max(count, 0));
            if (read > Limits.LONGEST_LINE) {
                throw new IOException("a single part of the document is longer than " + Limits.LONGEST_LINE + " bytes");
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
