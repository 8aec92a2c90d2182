package org.brandimage.benchmarks.retrieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Descriptions of products as a catalogue has them, put together from words by a seeded generator:
 * {@code "a matte teal ceramic teapot with a bamboo handle, for camping"}. All differ.
 */
final class ProductPhrases {
  private static final List<String> NOUNS =
      words(
          "teapot,mug,bowl,plate,vase,kettle,pan,spoon,fork,knife,chopping board,bottle,jug,"
              + "wine glass,tumbler,lunch box,thermos,toaster,blender,coffee machine,juicer,"
              + "sneaker,hiking boot,sandal,loafer,high heel,slipper,sock,scarf,glove,beanie,"
              + "baseball cap,sun hat,raincoat,parka,denim jacket,blazer,hoodie,t-shirt,shirt,"
              + "dress,skirt,jeans,shorts,swimsuit,pyjamas,belt,tie,wallet,handbag,backpack,"
              + "tote bag,suitcase,briefcase,umbrella,wristwatch,necklace,earring,bracelet,ring,"
              + "sunglasses,reading glasses,perfume,lipstick,face cream,shampoo,soap,toothbrush,"
              + "hair dryer,razor,towel,bath mat,sofa,armchair,dining chair,bar stool,bench,"
              + "coffee table,desk,bookshelf,wardrobe,bed frame,mattress,pillow,blanket,rug,"
              + "curtain,table lamp,floor lamp,candle,picture frame,mirror,clock,plant pot,"
              + "watering can,garden chair,barbecue,tent,sleeping bag,camping stove,torch,"
              + "mountain bike,road bike,helmet,skateboard,scooter,surfboard,ski,snowboard,"
              + "football,basketball,tennis racket,golf club,yoga mat,dumbbell,rowing machine,"
              + "rubber duck,toy car,building blocks,doll,teddy bear,jigsaw puzzle,board game,"
              + "kite,pram,cot,high chair,dog lead,cat tree,bird feeder,aquarium,laptop,tablet,"
              + "phone,phone case,headphones,earbuds,loudspeaker,microphone,camera,tripod,drone,"
              + "keyboard,computer mouse,monitor,printer,router,game controller,television,"
              + "projector,guitar,violin,piano,drum kit,notebook,fountain pen,pencil case,"
              + "scissors,stapler,globe,drill,hammer,screwdriver set,ladder,paint brush,toolbox,"
              + "car tyre,car seat,bicycle pump,beer can,wine bottle,olive oil,honey jar,"
              + "chocolate bar,coffee beans,tea tin,cereal box,pasta,cheese,bread basket");
  private static final List<String> LOOKS =
      words(
          "matte,glossy,vintage,modern,rustic,minimalist,striped,checked,floral,polka dot,"
              + "embossed,quilted,hand-painted,brushed,transparent,iridescent,chunky,slim,"
              + "foldable,oversized,small,lightweight,waterproof,handmade");
  private static final List<String> COLOURS =
      words(
          "red,orange,yellow,green,teal,blue,navy,purple,pink,white,black,grey,beige,brown,"
              + "gold,silver,copper,turquoise");
  private static final List<String> MATERIALS =
      words(
          "leather,cotton,wool,linen,ceramic,glass,steel,aluminium,oak,walnut,bamboo,plastic,"
              + "rubber,silicone,velvet,marble,paper,carbon");
  private static final List<String> DETAILS =
      words(
          "with a bamboo handle,with a zip,with brass buttons,with a wooden lid,with a logo,"
              + "with rounded corners,with a long strap,with a built-in light,with four legs,"
              + "with a pattern of leaves,with a gift box,with a two-year guarantee");
  private static final List<String> USES =
      words(
          "for camping,for the office,for children,for the beach,for travel,for weddings,"
              + "for winter,for summer,for the kitchen,for the garden,for beginners,"
              + "for professionals,for small flats,for parties");

  private ProductPhrases() {}

  /** Returns different phrases, the same for the same seed. */
  static List<String> of(int count, long seed) {
    Random random = new Random(seed);
    Set<String> phrases = new LinkedHashSet<>();
    while (phrases.size() < count) {
      StringBuilder phrase = new StringBuilder("a");
      part(phrase, LOOKS, 0.7, random);
      part(phrase, COLOURS, 0.8, random);
      part(phrase, MATERIALS, 0.5, random);
      part(phrase, NOUNS, 1, random);
      part(phrase, DETAILS, 0.4, random);
      part(phrase, USES, 0.4, random);
      phrases.add(phrase.toString());
    }
    return new ArrayList<>(phrases);
  }

  private static void part(StringBuilder phrase, List<String> words, double share, Random random) {
    if (random.nextDouble() < share) {
      phrase.append(' ').append(words.get(random.nextInt(words.size())));
    }
  }

  private static List<String> words(String list) {
    return List.of(list.split(",", -1));
  }
}
