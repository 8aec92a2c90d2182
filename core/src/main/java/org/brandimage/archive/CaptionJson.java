package org.brandimage.archive;

import org.brandimage.spi.caption.Caption;

/** The form of a caption in {@code run.json}. */
record CaptionJson(
    String text,
    String subject,
    String reference,
    String environment,
    String position,
    String lighting,
    String camera,
    String style,
    String negativeText) {
  static CaptionJson of(Caption caption) {
    return new CaptionJson(
        caption.text(),
        caption.subject(),
        caption.reference(),
        caption.environment(),
        caption.position(),
        caption.lighting(),
        caption.camera(),
        caption.style(),
        caption.negativeText());
  }

  Caption toValue() {
    return Caption.builder(text, subject, reference, environment)
        .position(position)
        .lighting(lighting)
        .camera(camera)
        .style(style)
        .negativeText(negativeText)
        .build();
  }
}
