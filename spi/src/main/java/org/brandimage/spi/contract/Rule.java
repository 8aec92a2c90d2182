package org.brandimage.spi.contract;

/** The rules that a request and its result can show, in the words of {@code CONTRACTS.md}. */
enum Rule {
  C1("a result is never null", "return an empty result or throw a StageException"),

  D1("every phrase is found in the prompt or in a note", "copy each phrase from the text"),
  D2("each list keeps the order of the text", "sort each list by where its phrases stand"),
  D4(
      "a name is in lower case and has neither article nor outer blanks",
      "strip each name, drop its article and use lower case"),

  A1("there are at most as many matches as asked for", "cut the list to the request's limit"),
  A2("every match and miss is of the entity's kind", "filter by the entity's kind"),
  A3("no match and no miss is excluded", "leave the request's excluded ids out"),
  A4("no id stands twice", "keep the best match of each asset"),
  A5("matches and misses stand best first, ties by id", "sort by falling score and then by id"),
  A8("a retrieval names the entity that was looked for", "hand the request's entity on"),

  M1(
      "the product's opaque pixels keep their colours",
      "copy the opaque pixels of the photo unchanged"),
  M2("a cut-out is cropped to its visible pixels", "crop to Cutout.visibleBounds"),

  T1("a caption breaks none of the caption rules", "describe the scene and leave out negations"),
  T2("a caption names every product", "write each product's name into the text"),
  T3(
      "forbidden elements stand in the negative text only",
      "move forbidden elements to the negative text"),

  P1("every candidate places every product once", "give each product one placement"),
  P2("every placement shows a photo its product has", "use an index of the product's photos"),
  P3(
      "boxes lie inside the canvas, out of its safe margin and zones",
      "drop placements that reach out"),
  P4("no two boxes of a candidate overlap", "drop candidates whose boxes overlap"),
  P6(
      "there are never more candidates than the grid allows",
      "stop at the grid's largest number of candidates"),
  P7("a box is as large as its rotated cut-out", "compute the box of the rotated size"),
  P8("every rotation is one of the grid's", "take rotations from the grid only"),
  P9(
      "a product keeps its proportions, up to a pixel",
      "scale width and height of the cut-out alike"),

  N1("a map has the size of its photo", "hand the size of the request's photo on"),

  O1("every picture has the size of the canvas", "return pictures in the size of the canvas"),
  O2("no picture has a transparent pixel", "lay the picture over an opaque ground"),
  O3(
      "pictures and rejections together answer every index once",
      "return a picture or a rejection for each index"),
  O5(
      "a picture opens to the same pixels every time, and equal digests to equal pixels",
      "keep the picture's bytes and digest them"),
  O6("every picture names a seed a generator accepts", "name a seed from 0 to 2147483646"),

  J1(
      "exactly the guidelines asked for are answered, each once",
      "answer each guideline of the request and no other"),
  J2("every answer has a reason and says who gave it", "fill in reason and source"),
  J3("a verdict names its candidate", "hand the id of the request's candidate on"),

  G1(
      "a result names the check's guideline and who measured",
      "take the id from guideline() and name the check as the source"),
  G2(
      "a measured answer has its number and its threshold",
      "set number and threshold, or answer UNANSWERED"),

  R3("a ranking is a permutation of its contenders", "return each contender once"),
  R4("scores are finite and do not rise", "give finite numbers and build with Ranking.of"),

  F1(
      "only pluggable stages are named, and never the refiner itself",
      "leave out compose, restore, select and refine"),
  F4("every stage named has a note that says something", "drop empty notes and their stages");

  private final String meaning;
  private final String remedy;

  Rule(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  String meaning() {
    return meaning;
  }

  BrokenRule brokenBy(String found) {
    return new BrokenRule(name(), meaning, found, remedy);
  }
}
