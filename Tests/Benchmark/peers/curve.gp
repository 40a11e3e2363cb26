# The curve of `lrplot cosine --tmax 50` by gnuplot.
set terminal svg size 720,400
set samples 51
set xlabel "epoch"
set ylabel "learning rate"
set yrange [0:0.1]
plot [0:50] 0.05 * (1 + cos(pi * x / 50)) with lines title "lr"
